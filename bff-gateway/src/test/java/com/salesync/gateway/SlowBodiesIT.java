package com.salesync.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

/** Bodies that drip in, a byte at a time, from another address than the tills. */
@ServiceTest
@TestPropertySource(properties = "salesync.bodies.deadline=30s")
class SlowBodiesIT extends AtTheGateway {

  private static final int MANY = 2500;
  private static final int UNFINISHED = 64;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final byte[] ORDER = "{\"table_no\":1}".getBytes(StandardCharsets.UTF_8);

  private final String attacker = TestTokens.bearer(TestTokens.newStore());
  private final String till = TestTokens.bearer(TestTokens.newStore());

  SlowBodiesIT(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void manyFromOneAddressLeaveTheTillsServed() throws IOException {
    try (SlowSenders senders = new SlowSenders(port, "127.0.0.2")) {
      for (int sender = 0; sender < MANY; sender++) {
        senders.begin(head(1000));
      }
      assertThat(Parallel.times(50, caller -> send(HttpMethod.POST, "/orders", ORDER, till())))
          .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
      assertThat(get("/health").body()).contains("\"gateway\":\"up\"");
      Awaitility.await()
          .atMost(LONGEST)
          .untilAsserted(() -> assertThat(senders.open()).isEqualTo(UNFINISHED));
      assertThat(orders()).as("nothing of theirs was sent").isEqualTo(50);
      assertThat(senders.answers()).isNotEmpty().allMatch(answer -> answer.contains(" 429 "));
    }
  }

  @Test
  void anAddressMayGoOnOnceItsBodiesAreThere() throws IOException {
    try (SlowSenders senders = new SlowSenders(port, "127.0.0.3")) {
      for (int sender = 0; sender < UNFINISHED; sender++) {
        senders.begin(head(40));
      }
      Awaitility.await()
          .atMost(LONGEST)
          .untilAsserted(() -> assertThat(orders()).isEqualTo(UNFINISHED));
      senders.begin(head(2));
      Awaitility.await()
          .atMost(LONGEST)
          .untilAsserted(() -> assertThat(orders()).isEqualTo(UNFINISHED + 1));
    }
  }

  @Test
  void isNotReadOnForOneThatIsTooLarge() throws IOException {
    try (SlowSenders senders = new SlowSenders(port, "127.0.0.4")) {
      senders.begin(head(2_000_000));
      Awaitility.await().atMost(LONGEST).untilAsserted(() -> assertThat(senders.open()).isZero());
      assertThat(senders.answers()).singleElement().asString().contains(" 413 ");
    }
  }

  @Test
  void anHonestSenderOfTooMuchIsAnswered() {
    List<Integer> answers =
        Stream.generate(() -> send(HttpMethod.POST, "/orders", new byte[1_500_000], till()))
            .limit(10)
            .map(Reply::status)
            .toList();
    assertThat(answers).containsOnly(413);
  }

  private static long orders() {
    return Backends.requests("order").stream()
        .filter(request -> request.getUrl().equals("/orders"))
        .count();
  }

  private String head(int length) {
    return "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Authorization: "
        + attacker
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private String[] till() {
    return new String[] {"Authorization", till, "Content-Type", "application/json"};
  }
}
