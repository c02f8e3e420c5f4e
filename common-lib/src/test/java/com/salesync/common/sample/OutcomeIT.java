package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** 503 of a write means that nothing was done; what is not known is 504. */
@ServiceTest
class OutcomeIT {

  private static final JdbcClient ADMIN = PostgresServer.get().adminClient("item");

  private final RestTestClient client;
  private final long store = TestTokens.newStore();

  OutcomeIT(RestTestClient client) {
    this.client = client;
  }

  @BeforeAll
  static void endSomeConnectionsAtCommit() {
    ADMIN
        .sql(
            """
            create function die() returns trigger language plpgsql as
              'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'
            """)
        .update();
    ADMIN
        .sql(
            """
            create constraint trigger die after insert on audit_log
            deferrable initially deferred for each row
            when (new.action = 'lost-at-commit') execute function die()
            """)
        .update();
  }

  @AfterAll
  static void endNoneAnyMore() {
    ADMIN.sql("drop function die cascade").update();
  }

  @ParameterizedTest
  @CsvSource({
    "refused-before, 503, DATABASE_UNAVAILABLE",
    "lost-before-commit, 503, DATABASE_UNAVAILABLE",
    "lost-at-commit, 504, OUTCOME_UNKNOWN",
    "refused-after, 504, OUTCOME_UNKNOWN",
    "lost-after, 504, OUTCOME_UNKNOWN",
    "undone, 503, DATABASE_UNAVAILABLE",
  })
  void saysWhatIsKnownOfAWrite(String how, int status, String code) {
    write(how)
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .exists(HttpHeaders.RETRY_AFTER)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  @Test
  void forgetsWhatTheRequestBeforeHasDone() {
    write("simply").expectStatus().isOk();
    write("refused-before").expectStatus().isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({
    "unknown-at-item, ko, 메뉴를 먼저 확인해 주세요.",
    "unknown-at-item, en, Please look at the menu first.",
    "unknown-at-order, ko, 처리되었는지 아직 알 수 없습니다. 다시 하기 전에 이미 반영되었는지 먼저 확인해 주세요.",
    "unknown-at-order, en, It is not yet known whether this was done. Please look whether it is"
        + " there before you do it again.",
  })
  void saysWhereToLook(String how, String language, String message) {
    client
        .post()
        .uri("/writes/" + how)
        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(store))
        .header(HttpHeaders.ACCEPT_LANGUAGE, language)
        .exchange()
        .expectStatus()
        .isEqualTo(504)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("OUTCOME_UNKNOWN")
        .jsonPath("$.message")
        .isEqualTo(message);
  }

  @Test
  void spreadsThoseWhoFailedTogether() {
    Set<String> pauses =
        IntStream.range(0, 50)
            .mapToObj(i -> write("refused-before").returnResult().getResponseHeaders())
            .map(headers -> headers.getFirst(HttpHeaders.RETRY_AFTER))
            .collect(Collectors.toSet());

    assertThat(pauses).hasSizeGreaterThan(1).isSubsetOf("2", "3", "4");
  }

  private ResponseSpec write(String how) {
    return client
        .post()
        .uri("/writes/" + how)
        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(store))
        .exchange();
  }
}
