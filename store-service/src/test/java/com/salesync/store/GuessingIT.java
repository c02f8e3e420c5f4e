package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class GuessingIT {

  private final RestTestClient client;
  private final Till till;

  GuessingIT(RestTestClient client) {
    this.client = client;
    this.till = Till.somewhere(client);
  }

  @Test
  void takesAsLongForAnUnknownUser() {
    String username = Till.newUsername();
    till.signUp(username);
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Till elsewhere = Till.somewhere(client);
      known.add(nanos(() -> elsewhere.logIn(username, "not the password").is(400)));
      unknown.add(nanos(() -> elsewhere.logIn(Till.newUsername(), "not the password").is(400)));
    }
    assertThat((double) median(unknown) / median(known)).isBetween(0.4, 2.5);
  }

  @Test
  void logsTheOwnerInWhileSomebodyElseHammersTheAccount() {
    String username = Till.newUsername();
    till.signUp(username);
    Till attacker = Till.somewhere(client);
    Answer last = attacker.logIn(username, "guess 0");
    for (int i = 1; i < 40 && last.status() != 429; i++) {
      last = attacker.logIn(username, "guess " + i);
    }

    last.isProblem(429, "TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(last.headers().getFirst("Retry-After"))).isPositive();
    attacker.logIn(username, Till.PASSWORD).isProblem(429, "TOO_MANY_REQUESTS");
    Till.somewhere(client).logIn(username, Till.PASSWORD).is(200);
  }

  @Test
  void countsNoSuccessfulLogins() {
    String username = Till.newUsername();
    till.signUp(username);
    for (int i = 0; i < 15; i++) {
      till.logIn(username, Till.PASSWORD).is(200);
    }
  }

  @Test
  void believesNoAddressThatAClientMadeUp() {
    String username = Till.newUsername();
    Till honest = Till.somewhere(client);
    honest.signUp(username);
    Map<String, String> guess = Map.of("username", username, "password", "wrong password");
    String lastHop = ", 198.51.100." + (username.hashCode() & 127);
    Answer last = honest.post("/stores/login", guess, "X-Forwarded-For", "1.1.1.1" + lastHop);
    for (int i = 0; i < 40 && last.status() != 429; i++) {
      last =
          honest.post(
              "/stores/login", guess, "X-Forwarded-For", "10.0.%d.1".formatted(i) + lastHop);
    }
    last.isProblem(429, "TOO_MANY_REQUESTS");
  }

  @Test
  void slowsDownGuessingWithAStolenToken() {
    String username = Till.newUsername();
    Till owner = till.signedUp(username);
    Answer last = owner.post("/stores/pwcheck", Map.of("password", "guess"));
    for (int i = 0; i < 40 && last.status() != 429; i++) {
      last = owner.post("/stores/pwcheck", Map.of("password", "guess " + i));
    }
    last.isProblem(429, "TOO_MANY_REQUESTS");
    assertThat(last.headers().getFirst("Retry-After")).isNotNull();
    Till.somewhere(client).logIn(username, Till.PASSWORD).is(200);
  }

  @Test
  void slowsDownSearchesForUsernames() {
    Till searcher = Till.somewhere(client);
    Answer last = searcher.get("/stores/check?username=a");
    for (int i = 0; i < 300 && last.status() != 429; i++) {
      last = searcher.get("/stores/check?username=a" + i);
    }
    last.isProblem(429, "TOO_MANY_REQUESTS");
    assertThat(last.headers().getFirst("Retry-After")).isNotNull();
    Till.somewhere(client).get("/stores/check?username=a").is(200);
  }

  private static long nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static long median(List<Long> values) {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
