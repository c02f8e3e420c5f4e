package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.dashboard.Neighbours.SERVICES;
import static com.salesync.dashboard.Neighbours.SNS;
import static com.salesync.dashboard.Neighbours.STORES;
import static com.salesync.dashboard.Neighbours.snsRefuses;
import static com.salesync.dashboard.Neighbours.snsSends;
import static com.salesync.dashboard.Neighbours.sold;
import static com.salesync.dashboard.Neighbours.store;
import static com.salesync.dashboard.Neighbours.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.test.BreakingDatabase;
import com.salesync.common.test.BreakingDatabase.Moment;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What is answered and what is there, whichever hop of settling fails at whichever moment: a 503
 * has had no effect, a 504 may have. Settled again, the day has one record, and one text at most.
 */
@ServiceTest
@Import(BreakingDatabase.class)
@TestPropertySource(properties = "salesync.sms.first-retry=1h")
class OutcomeIT extends SettlementScenario {

  private final BreakingDatabase database;

  OutcomeIT(RestTestClient client, MeterRegistry metrics, BreakingDatabase database) {
    super(client, metrics);
    this.database = database;
  }

  @AfterEach
  void heal() {
    database.heal();
    store("동네피자", phone, "ko");
    sold(DAY, 45, 1_234_000);
  }

  /** A fault is a neighbour's, or the state of the text whose writing breaks off and when. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // write            fault                   answer there    texts in the end
    "GET,               sale breaks off,         503,  none,    0, sent",
    "GET,               sale refuses,            503,  none,    0, sent",
    "GET,               store breaks off,        503,  none,    0, sent",
    "GET,               store refuses,           503,  none,    0, sent",
    "GET,               queued BEFORE_COMMIT,    503,  none,    0, sent",
    "GET,               queued AT_COMMIT,        504,  none,    0, sent",
    "GET,               queued AFTER_COMMIT,     504,  queued,  0, sent",
    "GET,               sending BEFORE_COMMIT,   504,  queued,  0, sent",
    "GET,               sending AT_COMMIT,       504,  queued,  0, sent",
    "GET,               sending AFTER_COMMIT,    504,  sending, 0, sending",
    "GET,               sent BEFORE_COMMIT,      504,  sending, 1, sending",
    "GET,               sent AT_COMMIT,          504,  sending, 1, sending",
    "GET,               sent AFTER_COMMIT,       504,  sent,    1, sent",
    "POST,              store breaks off,        503,  none,    0, sent",
    "POST,              queued BEFORE_COMMIT,    503,  none,    0, sent",
    "POST,              queued AT_COMMIT,        504,  none,    0, sent",
    "POST,              queued AFTER_COMMIT,     504,  queued,  0, sent",
    "POST,              sent BEFORE_COMMIT,      504,  sending, 1, sending",
    "POST with a key,   store breaks off,        503,  none,    0, sent",
    "POST with a key,   queued BEFORE_COMMIT,    503,  none,    0, sent",
    "POST with a key,   queued AT_COMMIT,        504,  none,    0, sent",
    "POST with a key,   queued AFTER_COMMIT,     504,  queued,  0, sent",
    "POST with a key,   sending BEFORE_COMMIT,   504,  queued,  0, sent",
    "POST with a key,   sending AFTER_COMMIT,    504,  sending, 0, sending",
    "POST with a key,   sent BEFORE_COMMIT,      504,  sending, 1, sending",
    "POST with a key,   sent AFTER_COMMIT,       504,  sent,    1, sent",
    // What its first call has recorded waits for SNS.
    "POST again,        sending BEFORE_COMMIT,   503,  queued,  0, sent",
    "POST again,        sending AT_COMMIT,       504,  queued,  0, sent",
    "POST again,        sending AFTER_COMMIT,    504,  sending, 0, sending",
    "POST again,        sent BEFORE_COMMIT,      504,  sending, 1, sending",
    "POST again,        sent AFTER_COMMIT,       504,  sent,    1, sent",
  })
  void settlesOnceWhateverFails(
      String write, String fault, int status, String there, int sent, String end) {
    prepare(write);
    provoke(fault);

    settle(write).assertFailed(status);

    assertThat(there()).isEqualTo(there);
    assertThat(texts(phone)).hasSize(sent);
    heal();
    assertThat(settle(write).status()).isEqualTo(200);
    assertThat(there()).isEqualTo(end);
    assertThat(texts(phone)).hasSize(end.equals("sent") ? 1 : sent);
  }

  private void prepare(String write) {
    if (write.equals("POST again")) {
      snsRefuses(429, "Throttled");
      assertThat(settle(write).status()).isEqualTo(200);
      SNS.resetAll();
      snsSends();
    }
  }

  private Answer settle(String write) {
    return switch (write) {
      case "GET" -> till.get("/dashboard/calculate?date=" + DAY);
      case "POST" -> till.post("/dashboard/settlements", SETTLE);
      case "POST with a key", "POST again" ->
          till.post("/dashboard/settlements", SETTLE, "Idempotency-Key", "k");
      default -> throw new IllegalArgumentException(write);
    };
  }

  private void provoke(String fault) {
    switch (fault) {
      case "sale breaks off" -> fail(SERVICES, "/internal/sales/daily-totals", brokenOff());
      case "sale refuses" -> fail(SERVICES, "/internal/sales/daily-totals", refused());
      case "store breaks off" -> fail(STORES, "/internal/stores/self", brokenOff());
      case "store refuses" -> fail(STORES, "/internal/stores/self", refused());
      default -> {
        String[] words = fault.split(" ");
        database.breakOff(
            "dashboard.settlements",
            "new.store_id = %d and new.sms = '%s'".formatted(till.storeId(), words[0]),
            Moment.valueOf(words[1]));
      }
    }
  }

  private static void fail(WireMockServer service, String path, ResponseDefinitionBuilder answer) {
    service.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder brokenOff() {
    return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
  }

  private static ResponseDefinitionBuilder refused() {
    return jsonResponse("{}", 503);
  }

  private String there() {
    return states().isEmpty() ? "none" : String.join(", ", states());
  }
}
