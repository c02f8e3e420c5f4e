package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.dashboard.Neighbours.SERVICES;
import static com.salesync.dashboard.Neighbours.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Published as a GET, settling is still done once and to its end, and by nothing else. */
@ServiceTest
class SettlementByGetIT extends SettlementScenario {

  private static final String CALCULATE = "/dashboard/calculate?date=" + DAY;

  private final int port;

  SettlementByGetIT(RestTestClient client, MeterRegistry metrics, @LocalServerPort int port) {
    super(client, metrics);
    this.port = port;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dashboard/calculate", "/dashboard/calculate/"})
  void settlesNothingForAHead(String path) {
    Answer refused = till.call(HttpMethod.HEAD, path + "?date=" + DAY, null);

    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.exchange().getResponseHeaders().getAllow()).containsExactly(HttpMethod.GET);
    assertThat(states()).isEmpty();
    assertThat(texts(phone)).isEmpty();
  }

  /** Pressing <i>settle</i> logs the owner out, and the page goes away with its connection. */
  @Test
  void settlesForAClientThatLeaves() throws IOException {
    SERVICES.stubFor(
        get(urlPathEqualTo("/internal/sales/daily-totals"))
            .willReturn(
                okJson(
                        """
                        {"days":[{"business_day":"%s","sales":45,"total":1234000,"pending":0}]}\
                        """
                            .formatted(DAY))
                    .withFixedDelay(500)));

    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n\r\n"
              .formatted(CALCULATE, till.token());
      client.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));
    assertThat(texts(phone)).hasSize(1);
  }
}
