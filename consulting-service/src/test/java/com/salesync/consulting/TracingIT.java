package com.salesync.consulting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.consulting.Neighbours.DASHBOARD;
import static com.salesync.consulting.Neighbours.FIGURES;
import static com.salesync.consulting.Neighbours.NOTHING;
import static com.salesync.consulting.Neighbours.dashboardAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.Parallel;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A job stays in the trace of its own request, however many others come or go with it. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class TracingIT {

  private static final int SLOTS = 7;
  private static final String OTHERS = "0af7651916cd43dd8448eb211c80319c";
  private static final String OWN = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final Owner owner;
  private final JdbcClient admin = PostgresServer.get().adminClient("consulting");

  TracingIT(RestTestClient client) {
    this.owner = Owner.ofNewShop(client);
  }

  @BeforeEach
  void othersWaitForTheDashboard() {
    Neighbours.reset();
    DASHBOARD.stubFor(get(urlPathEqualTo(FIGURES)).willReturn(aResponse().withStatus(503)));
    for (int slot = 1; slot <= SLOTS; slot++) {
      ask(OTHERS);
    }
  }

  @AfterEach
  void dashboardIsBack() {
    dashboardAnswers(FIGURES, NOTHING);
  }

  @Test
  void whenAnotherJobsEndAdmitsIt(CapturedOutput output) {
    String request = askAndWait();

    dashboardIsBack();

    assertEndsInItsOwnTrace(request, "NO_SALES", output);
  }

  @Test
  void whenItsDeadlineEndsIt(CapturedOutput output) {
    String request = askAndWait();

    admin
        .sql(
            """
            update consulting_jobs set deadline = now() - interval '2 m'
            where store_id = ? and req_id = ?::uuid
            """)
        .params(owner.storeId(), request)
        .update();

    assertEndsInItsOwnTrace(request, "DEADLINE", output);
  }

  @Test
  void whenItIsAcceptedTogetherWithOthers() {
    Neighbours.dashboardIsSlowToSayThatSomethingWasSold();
    List<String> traces = List.of(OWN, OTHERS, "00000000000000000000000000000001");

    List<String> requests = Parallel.times(12, n -> ask(traces.get(n % 3)));

    try (Topic topic = new Topic("consulting")) {
      for (int n = 0; n < requests.size(); n++) {
        String request = requests.get(n);
        String trace = traces.get(n % 3);
        await()
            .untilAsserted(
                () -> assertThat(topic.traces(request)).isNotEmpty().containsOnly(trace));
      }
    }
  }

  /** As an older version may have left it. */
  @Test
  void orRunsAllTheSameWhereItsTraceIsUnknown() {
    String request = askAndWait();
    admin
        .sql(
            """
            update consulting_jobs set traceparent = null where store_id = ? and req_id = ?::uuid
            """)
        .params(owner.storeId(), request)
        .update();

    dashboardIsBack();

    assertThat(owner.end(request).<String>read("$.result")).isEqualTo("failed");
  }

  private String askAndWait() {
    String request = ask(OWN);
    assertThat(
            admin
                .sql("select state from consulting_jobs where store_id = ? and req_id = ?::uuid")
                .params(owner.storeId(), request)
                .query(String.class)
                .single())
        .isEqualTo("waiting");
    return request;
  }

  private String ask(String trace) {
    return owner
        .call(
            HttpMethod.GET,
            "/consulting?start=2026-03-01&end=2026-03-03",
            null,
            "traceparent",
            "00-" + trace + "-00f067aa0ba902b7-01")
        .read("$.req_id");
  }

  private void assertEndsInItsOwnTrace(String request, String reason, CapturedOutput output) {
    owner.end(request);
    try (Topic topic = new Topic("consulting")) {
      await().untilAsserted(() -> assertThat(topic.traces(request)).hasSize(2).containsOnly(OWN));
    }
    assertThat(output.getOut().lines().filter(line -> line.contains(request + " failed")))
        .singleElement()
        .asString()
        .contains("[" + OWN + "]", reason);
  }
}
