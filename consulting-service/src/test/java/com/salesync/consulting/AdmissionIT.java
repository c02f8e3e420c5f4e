package com.salesync.consulting;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.consulting.Neighbours.DASHBOARD;
import static com.salesync.consulting.Neighbours.MODEL;
import static com.salesync.consulting.Neighbours.SOLD;
import static com.salesync.consulting.Neighbours.completion;
import static com.salesync.consulting.Neighbours.dashboardAnswers;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.Parallel;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** How many requests a store may make, and when each ends. */
@ServiceTest
class AdmissionIT extends ConsultingScenario {

  AdmissionIT(
      RestTestClient client, JdbcClient jdbc, MeterRegistry metrics, InvariantMonitor monitor) {
    super(client, jdbc, metrics, monitor);
  }

  @Test
  void refusesMoreThanAStoresDailyShare() {
    for (int n = 0; n < 20; n++) {
      owner.ask();
    }

    Answer refused = owner.get("/consulting?start=2026-03-01&end=2026-03-03");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.<String>read("$.code")).isEqualTo("CONSULTING_DAILY_CAP");
    assertThat(refused.<String>read("$.message")).contains("20");
    assertThat(refused.exchange().getResponseHeaders().getFirst("Retry-After")).isNotNull();
    Owner.ofNewShop(client).ask();
  }

  @Test
  void beginsNothingForAHead() {
    for (String path : List.of("/consulting", "/consulting/", "/consulting/test")) {
      Answer refused = owner.call(HttpMethod.HEAD, path + "?start=2026-03-01&end=2026-03-03", null);

      assertThat(refused.status()).isEqualTo(405);
      assertThat(refused.exchange().getResponseHeaders().getAllow())
          .containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.POST);
    }
    assertThat(
            jdbc.sql("select count(*) from consulting_jobs where store_id = ?")
                .param(owner.storeId())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void acceptsTogetherWhatComesTogetherUpToTheDailyShare() {
    Neighbours.dashboardIsSlowToSayThatSomethingWasSold();

    List<Answer> answers =
        Parallel.times(30, n -> owner.get("/consulting?start=2026-03-01&end=2026-03-03"));

    assertThat(answers.stream().filter(answer -> answer.status() == 200))
        .hasSize(20)
        .extracting(answer -> answer.<String>read("$.req_id"))
        .doesNotHaveDuplicates()
        .allSatisfy(
            request ->
                assertThat(owner.end(request).<String>read("$.result")).isEqualTo("success"));
    assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(10);
    assertThat(
            DASHBOARD
                .countRequestsMatching(getRequestedFor(urlPathEqualTo(SOLD)).build())
                .getCount())
        .isLessThan(30);
  }

  @Test
  void findsNothingSoldForAllWhoAskTogether() {
    dashboardAnswers(SOLD, "{\"sold\":false}");

    assertThat(Parallel.times(10, n -> owner.get("/consulting?start=2026-03-01&end=2026-03-03")))
        .allSatisfy(answer -> assertThat(answer.<String>read("$.message")).isEqualTo("매출 조회 실패"));
  }

  @Test
  void endsEveryJobByItsDeadline() {
    MODEL.stubFor(any(anyUrl()).willReturn(completion("nie").withFixedDelay(1_500)));
    String request = owner.ask();
    PostgresServer.get()
        .adminClient("consulting")
        .sql(
            """
            update consulting_jobs set deadline = now() - interval '2 m'
            where store_id = ? and req_id = ?::uuid
            """)
        .params(owner.storeId(), request)
        .update();

    Answer end = owner.end(request);

    assertThat(end.<String>read("$.result")).isEqualTo("failed");
    assertThat(end.<String>read("$.message")).contains("제한 시간");
    assertThat(findings("I9")).isEmpty();
  }

  @Test
  void countsWhatItDoes() {
    double before = counted("completed");
    owner.end(owner.ask());

    assertThat(counted("completed")).isGreaterThan(before);
    assertThat(
            metrics.get("salesync.consulting.model.tokens").tag("kind", "prompt").counter().count())
        .isPositive();
    assertThat(metrics.get("salesync.consulting.queue").tag("state", "waiting").gauge().value())
        .isNotNegative();
    assertThat(findings("I5")).isEmpty();
  }

  private double counted(String outcome) {
    return metrics.counter("salesync.consulting.jobs", "outcome", outcome).count();
  }
}
