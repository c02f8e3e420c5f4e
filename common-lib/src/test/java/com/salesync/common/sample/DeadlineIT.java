package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestHeadersSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What a service does with the time its caller leaves. */
@ServiceTest
class DeadlineIT {

  private final RestTestClient client;
  private final JdbcClient jdbc;
  private final long store = TestTokens.newStore();

  DeadlineIT(RestTestClient client, JdbcClient jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  @Test
  void doesNotBeginWhatNobodyWaitsForAnyMore() {
    assertPassed(write("simply", inMillis(-6_000)));
    assertThat(written()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "soon", "99999999999999999999", ""})
  void doesWhatIsAskedWithADeadlineThatSaysNothing(String header) {
    write("simply", header.startsWith("-") ? inMillis(-2_000) : header)
        .expectStatus()
        .isEqualTo(header.equals("0") ? 503 : 200);
  }

  @Test
  void rollsBackWhatTookLongerThanItsCallerWaits() {
    assertPassed(write("too-late", inMillis(300)));
    assertThat(written()).isZero();

    write("simply", inMillis(5_000)).expectStatus().isOk();
    assertThat(written()).isOne();
  }

  @Test
  void rollsBackWhatTookLongerThanItsOperationMay() {
    assertPassed(write("slow", inMillis(60_000)));
    assertThat(written()).isZero();
  }

  @Test
  void endsAReportThatNobodyWaitsForAnyMore() {
    assertTimeout(
        Duration.ofSeconds(9),
        () ->
            exchange(client.get().uri("/long-report"), inMillis(500))
                .expectStatus()
                .isEqualTo(503));
  }

  private static String inMillis(long millis) {
    return Long.toString(System.currentTimeMillis() + millis);
  }

  private static void assertPassed(ResponseSpec answer) {
    answer
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("DEADLINE_PASSED");
  }

  private ResponseSpec write(String how, String deadline) {
    return exchange(client.post().uri("/writes/" + how), deadline);
  }

  private ResponseSpec exchange(RequestHeadersSpec<?> request, String deadline) {
    return request
        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(store))
        .header(Deadline.HEADER, deadline)
        .exchange();
  }

  private int written() {
    return jdbc.sql("select count(*) from audit_log where store_id = ?")
        .param(store)
        .query(Integer.class)
        .single();
  }
}
