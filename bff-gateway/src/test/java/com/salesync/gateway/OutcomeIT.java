package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.test.ServiceTest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** On a write, 503 says that nothing was done; where nobody knows, it is 504. */
@ServiceTest
class OutcomeIT extends AtTheGateway {

  private static final byte[] PIZZA = "{\"table_no\":1}".getBytes(StandardCharsets.UTF_8);

  OutcomeIT(@LocalServerPort int port) {
    super(port);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /dashboard/sales, dashboard, 503, 2",
    "GET, /dashboard/calculate, dashboard, 504, 1",
    "GET, /dashboard/calculate/, dashboard, 504, 1",
    "HEAD, /dashboard/calculate, dashboard, 503, 2",
    "HEAD, /consulting, consulting, 503, 2",
    "GET, /consulting?start=2026-01-01&end=2026-01-02, consulting, 504, 1",
    "GET, /consulting/test?start=2026-01-01&end=2026-01-02, consulting, 504, 1",
    "GET, /consulting/7, consulting, 503, 2",
    "DELETE, /sales/5, sale, 504, 1",
    "PUT, /orders, order, 504, 1",
    "PATCH, /categories/1, item, 504, 1",
    "POST, /stores, store, 504, 1"
  })
  void knowsWhichCallsAreWrites(String method, String path, String service, int status, int times) {
    Backends.of(service)
        .stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    assertThat(send(HttpMethod.valueOf(method), path).status()).isEqualTo(status);
    assertThat(Backends.requests(service)).as("only a read is sent again").hasSize(times);
  }

  @ParameterizedTest
  @CsvSource({"500,text/html", "502,text/html", "503,text/html", "503,", "504,application/json"})
  void takesNoOneElsesFailureForTheServices(int status, @Nullable String type) {
    Backends.of("order")
        .stubFor(
            any(anyUrl())
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withHeader("Retry-After", "9")
                        .withHeader("Content-Type", type == null ? "" : type)
                        .withBody("<html>Bad gateway</html>")));
    OutageIT.assertUnavailable(() -> get("/orders/unpaids"));
    OutageIT.assertUnknown(() -> send(HttpMethod.POST, "/orders", PIZZA));
  }

  @ParameterizedTest
  @CsvSource({
    "store, PUT, /stores, 로그인하여, Please log in and look, true",
    "item, POST, /categories, 이미 반영되었는지, Please look whether it is there, false",
    "order, POST, /orders, 주문 내역을, Please look at the orders, true",
    "sale, DELETE, /sales/5, 결제 내역을, Please look at the list of payments, true",
    "dashboard, GET, /dashboard/calculate, 정산 내역을, Please look at the settlements, false",
    "consulting, GET, /consulting, 상담 요청이, Asking again may count, false"
  })
  void saysOfAnUnknownOutcomeWhatIsSoForTheService(
      String service, String method, String path, String korean, String english, boolean keyed) {
    Backends.of(service)
        .stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    HttpMethod asked = HttpMethod.valueOf(method);

    String inKorean = send(asked, path).body();
    String inEnglish = send(asked, path, "Accept-Language", "en").body();

    assertThat(inKorean).contains("OUTCOME_UNKNOWN", korean);
    assertThat(inEnglish).contains("OUTCOME_UNKNOWN", english);
    assertThat(inKorean.contains("같은 키로")).isEqualTo(keyed);
    assertThat(inEnglish.contains("with the same key")).isEqualTo(keyed);
  }

  @Test
  void doesNotKnowWhatBecameOfAWriteOnAConnectionThatBreaks() {
    assertThat(send(HttpMethod.POST, "/orders", PIZZA).status()).as("a first one").isEqualTo(200);
    Backends.of("order")
        .stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    OutageIT.assertUnknown(() -> send(HttpMethod.POST, "/orders", PIZZA));
  }

  @Test
  void doesNotKnowWhatHalfAnAnswerToAWriteMeans() {
    Backends.of("order")
        .stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    OutageIT.assertUnknown(() -> send(HttpMethod.POST, "/orders", PIZZA));
  }
}
