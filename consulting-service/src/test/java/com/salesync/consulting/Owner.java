package com.salesync.consulting;

import com.salesync.common.test.TestTokens;
import com.salesync.common.test.Till;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A shop that asks for advice. */
final class Owner extends Till {

  Owner(RestTestClient client, long storeId, String token) {
    super(client, storeId, token);
  }

  static Owner ofNewShop(RestTestClient client) {
    long store = TestTokens.newStore();
    return new Owner(client, store, TestTokens.bearer(store));
  }

  /** Asks for advice on days that sold something. */
  String ask() {
    return ask("?start=2026-03-01&end=2026-03-03");
  }

  String ask(String period) {
    Answer answer = get("/consulting/" + period);
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    return answer.read("$.req_id");
  }

  Answer progress(String request) {
    return get("/consulting/" + request);
  }

  /** How a request ended, once it has. */
  Answer end(String request) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> progress(request), answer -> !answer.text().contains("not completed"));
  }
}
