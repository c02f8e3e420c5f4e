package com.salesync.consulting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.salesync.consulting.Neighbours.ANSWER;
import static com.salesync.consulting.Neighbours.DASHBOARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A broker may lose what it has confirmed: the dashboard would lack an answer for ever. */
@ServiceTest
class LostAnswerIT extends ConsultingScenario {

  LostAnswerIT(
      RestTestClient client, JdbcClient jdbc, MeterRegistry metrics, InvariantMonitor monitor) {
    super(client, jdbc, metrics, monitor);
  }

  static List<Arguments> longAfterTheEnd() {
    return List.of(
        arguments(aResponse().withStatus(404), 2),
        arguments(okJson("{\"result\":\"not completed\"}"), 2),
        arguments(aResponse().withStatus(401), 1),
        arguments(aResponse().withStatus(503), 1),
        arguments(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), 1));
  }

  @ParameterizedTest
  @MethodSource("longAfterTheEnd")
  void isSentAgainIfTheDashboardLacksItLongAfterTheEnd(
      ResponseDefinitionBuilder dashboard, int messages) {
    String request = owner.ask();
    owner.end(request);
    DASHBOARD.stubFor(get(urlPathMatching(ANSWER)).willReturn(dashboard));
    owner.progress(request);
    assertThat(column(request, "end_sent_at is null")).as("it may only be late").isEqualTo("true");
    endedLongAgo(request);

    owner.progress(request);
    owner.progress(request);

    try (Topic topic = new Topic("consulting")) {
      await()
          .untilAsserted(
              () -> {
                assertThat(inOutbox(request)).isZero();
                assertThat(topic.of(request))
                    .filteredOn(event -> event.contains("\"type\":\"completed\""))
                    .hasSize(messages);
              });
    }
  }

  private void endedLongAgo(String request) {
    jdbc.sql(
            """
            update consulting_jobs set finished_at = finished_at - interval '40 seconds'
            where store_id = ? and req_id = ?::uuid
            """)
        .params(owner.storeId(), request)
        .update();
  }

  private long inOutbox(String request) {
    return jdbc.sql("select count(*) from outbox where store_id = ? and key = ?")
        .params(owner.storeId(), request)
        .query(Long.class)
        .single();
  }
}
