package com.salesync.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

/** Small limits, one trusted proxy in front, an address per test. */
@ServiceTest
@TestPropertySource(
    properties = {
      "salesync.edge.trusted-proxies=1",
      "salesync.limits.anonymous.burst=3",
      "salesync.limits.anonymous.per-second=1",
      "salesync.limits.address.burst=12",
      "salesync.limits.address.per-second=1",
      "salesync.limits.store.burst=6",
      "salesync.limits.store.per-second=1"
    })
class RateLimitIT extends AtTheGateway {

  private final String token = TestTokens.bearer(TestTokens.newStore());

  RateLimitIT(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void limitsAnAddressWithoutAValidToken() {
    assertThat(exhaust("203.0.113.1", "/orders", "Bearer null")).isBetween(3, 8);
    Reply refused =
        get("/orders", "X-Forwarded-For", "203.0.113.1", "Origin", "http://localhost:3000");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(refused.all("Access-Control-Allow-Origin")).hasSize(1);
    RoutingIT.assertProblem(refused, "TOO_MANY_REQUESTS");
    assertThat(from("203.0.113.1", "/orders", token).status()).as("a valid token").isEqualTo(200);
    assertThat(from("203.0.113.2", "/orders", "Bearer null").status()).isEqualTo(200);
  }

  @Test
  void doesNotBelieveWhatTheClientWroteBeforeTheProxyDid() {
    exhaust("203.0.113.3", "/orders", "Bearer null");
    assertThat(from("198.51.100.9, 203.0.113.3", "/orders", "Bearer null").status()).isEqualTo(429);
    assertThat(Backends.requests("order").getLast().getHeader("X-Forwarded-For"))
        .isEqualTo("203.0.113.3");
  }

  @Test
  void limitsAStoreWhereverItAsksFrom() {
    long limited =
        IntStream.range(0, 20)
            .map(call -> from("192.0.2." + call, "/sales", token).status())
            .filter(status -> status == 429)
            .count();
    assertThat(limited).isBetween(6L, 14L);
    assertThat(from("192.0.2.99", "/sales", TestTokens.bearer(TestTokens.newStore())).status())
        .as("another store")
        .isEqualTo(200);
  }

  @Test
  void limitsAnAddressWhateverStoresItAsksFor() {
    long limited =
        IntStream.range(0, 20)
            .map(
                call ->
                    from("203.0.113.4", "/sales", TestTokens.bearer(TestTokens.newStore()))
                        .status())
            .filter(status -> status == 429)
            .count();
    assertThat(limited).isBetween(2L, 8L);
  }

  @Test
  void countsAnIpv6CustomerAsOne() {
    exhaust("2001:db8:1:2::1", "/orders", "Bearer null");
    assertThat(from("2001:db8:1:2:ffff::1", "/orders", "Bearer null").status()).isEqualTo(429);
    assertThat(from("2001:db8:1:3::1", "/orders", "Bearer null").status()).isEqualTo(200);
  }

  @Test
  void neverLimitsTheCallThatWouldBlankTheScreen() {
    for (String path : new String[] {"/orders/unpaids", "/orders/unpaids/"}) {
      for (int call = 0; call < 40; call++) {
        assertThat(from("203.0.113.5", path, token).status()).isEqualTo(200);
      }
    }
    exhaust("203.0.113.5", "/sales", token);
    assertThat(from("203.0.113.5", "/orders/unpaids", token).status()).isEqualTo(200);
  }

  @Test
  void limitsThatCallForTokensThatAreNotValid() {
    String forged = TestTokens.refused(7).get("signed with another key");
    assertThat(exhaust("203.0.113.6", "/orders/unpaids", forged)).isBetween(3, 8);
  }

  /** Asks until refused; how many requests got through before. */
  private int exhaust(String address, String path, String authorization) {
    for (int passed = 0; passed < 40; passed++) {
      if (from(address, path, authorization).status() == 429) {
        return passed;
      }
    }
    return Integer.MAX_VALUE;
  }

  private Reply from(String address, String path, String authorization) {
    return send(HttpMethod.GET, path, "X-Forwarded-For", address, "Authorization", authorization);
  }
}
