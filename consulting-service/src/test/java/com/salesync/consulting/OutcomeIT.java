package com.salesync.consulting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.consulting.Neighbours.DASHBOARD;
import static com.salesync.consulting.Neighbours.SOLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.BreakingDatabase;
import com.salesync.common.test.BreakingDatabase.Moment;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What is answered and what is there, whichever hop of a request for advice fails at whichever
 * moment: a 503 has begun no job, a 504 may have.
 */
@ServiceTest
@Import(BreakingDatabase.class)
class OutcomeIT extends ConsultingScenario {

  private final BreakingDatabase database;

  OutcomeIT(
      RestTestClient client,
      JdbcClient jdbc,
      MeterRegistry metrics,
      InvariantMonitor monitor,
      BreakingDatabase database) {
    super(client, jdbc, metrics, monitor);
    this.database = database;
  }

  @AfterEach
  void heal() {
    database.heal();
    Neighbours.reset();
  }

  /** A fault is the dashboard's, or when the recording of a job breaks off. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET,  breaks off,    503, 0",
    "GET,  refuses,       503, 0",
    "GET,  BEFORE_COMMIT, 503, 0",
    "GET,  AT_COMMIT,     504, 0",
    "GET,  AFTER_COMMIT,  504, 1",
    "POST, breaks off,    503, 0",
    "POST, refuses,       503, 0",
    "POST, BEFORE_COMMIT, 503, 0",
    "POST, AT_COMMIT,     504, 0",
    "POST, AFTER_COMMIT,  504, 1",
  })
  void beginsAJobOrKnowsThatItDoesNot(String method, String fault, int status, int jobs) {
    provoke(fault);

    ask(method).assertFailed(status);

    assertThat(jobs()).isEqualTo(jobs);
    heal();
    Answer again = ask(method);
    assertThat(again.status()).isEqualTo(200);
    assertThat(jobs()).as("who asks again asks for another").isEqualTo(jobs + 1);
    assertThat(owner.end(again.read("$.req_id")).text()).contains("success");
  }

  private Answer ask(String method) {
    return owner.call(
        HttpMethod.valueOf(method), "/consulting?start=2026-03-01&end=2026-03-03", null);
  }

  private void provoke(String fault) {
    switch (fault) {
      case "breaks off" -> dashboard(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
      case "refuses" -> dashboard(jsonResponse("{}", 503));
      default ->
          database.breakOff(
              "consulting.consulting_jobs",
              "new.store_id = %d and new.state = 'waiting'".formatted(owner.storeId()),
              Moment.valueOf(fault));
    }
  }

  private static void dashboard(ResponseDefinitionBuilder answer) {
    DASHBOARD.stubFor(get(urlPathEqualTo(SOLD)).willReturn(answer));
  }

  private long jobs() {
    return jdbc.sql("select count(*) from consulting_jobs where store_id = ?")
        .param(owner.storeId())
        .query(Long.class)
        .single();
  }
}
