package com.salesync.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.salesync.common.deadline.Deadline;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** Until when a service is told to answer: by its operation, whatever a client says. */
@ServiceTest
class DeadlineIT extends AtTheGateway {

  private static final long SOONER_THAN_THE_GATEWAY = 200;

  private final String token = TestTokens.bearer(TestTokens.newStore());

  DeadlineIT(@LocalServerPort int port) {
    super(port);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /orders/unpaids, order, 3",
    "GET, /orders/unpaids/, order, 3",
    "GET, /bff/costs, item, 3",
    "GET, /dashboard/costs, item, 3",
    "GET, /dashboard/consulting/7, dashboard, 3",
    "GET, /consulting/7, consulting, 3",
    "POST, /orders, order, 10",
    "DELETE, /sales/5/, sale, 10",
    "GET, /dashboard/calculate?date=2026-01-01, dashboard, 10",
    "GET, /dashboard/calculate/?date=2026-01-01, dashboard, 10",
    "POST, /dashboard/settlements, dashboard, 10",
    "GET, /consulting, consulting, 10",
    "GET, /consulting/test, consulting, 10",
    "GET, /dashboard/sales, dashboard, 12",
    "GET, /bff/sales, dashboard, 12",
    "GET, /bff/volumes/, dashboard, 12",
    "POST, /stores, store, 15",
    "POST, /stores/login/, store, 15"
  })
  void isThatOfTheOperation(String method, String path, String service, long seconds) {
    for (String fromTheClient : new String[] {"1", "99999999999999", "nonsense"}) {
      Backends.reset();
      long before = System.currentTimeMillis();
      send(
          HttpMethod.valueOf(method), path, "Authorization", token, Deadline.HEADER, fromTheClient);
      long after = System.currentTimeMillis();
      assertThat(Backends.requests(service)).hasSize(1);
      LoggedRequest asked = Backends.requests(service).getFirst();
      assertThat(asked.header(Deadline.HEADER).values()).hasSize(1);
      long longest = Duration.ofSeconds(seconds).toMillis() - SOONER_THAN_THE_GATEWAY;
      assertThat(Long.parseLong(asked.getHeader(Deadline.HEADER)))
          .isBetween(before + longest - 5, after + longest + 5);
    }
  }
}
