package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.BreakingDatabase;
import com.salesync.common.test.BreakingDatabase.Moment;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till;
import com.salesync.common.test.Till.Answer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** 503 of a write means that nothing was done; what is not known is 504. */
@ServiceTest
@Import(BreakingDatabase.class)
class OutcomeIT {

  private static final JdbcClient ADMIN = PostgresServer.get().adminClient("item");

  private final BreakingDatabase database;
  private final Till till;

  OutcomeIT(RestTestClient client, BreakingDatabase database) {
    this.database = database;
    till = Till.of(client);
  }

  @AfterEach
  void heal() {
    database.heal();
  }

  @ParameterizedTest
  @CsvSource({
    // write              answer code                  there
    "refused-before,      503,   DATABASE_UNAVAILABLE, 0",
    "lost-before-commit,  503,   DATABASE_UNAVAILABLE, 0",
    "refused-after,       504,   OUTCOME_UNKNOWN,      1",
    "lost-after,          504,   OUTCOME_UNKNOWN,      1",
  })
  void saysWhatIsKnownOfAWrite(String how, int status, String code, int there) {
    Answer answer = write(how);

    answer.assertFailed(status);
    assertThat(answer.<String>read("$.code")).isEqualTo(code);
    assertThat(written()).isEqualTo(there);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsKnownWhenTheDatabaseBreaksOff(Moment moment) {
    database.breakOff("item.audit_log", "new.store_id = " + till.storeId(), moment);

    Answer answer = write("simply");

    answer.assertFailed(moment.answer());
    assertThat(answer.<String>read("$.code")).isEqualTo(moment.code());
    assertThat(written()).isEqualTo(moment.isDone() ? 1 : 0);
  }

  @Test
  void believesWhoHasUndoneWhatWasDone() {
    write("undone").assertFailed(503);
  }

  @Test
  void forgetsWhatTheRequestBeforeHasDone() {
    assertThat(write("simply").status()).isEqualTo(200);
    write("refused-before").assertFailed(503);
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
    Answer answer = till.post("/writes/" + how, "{}", HttpHeaders.ACCEPT_LANGUAGE, language);

    answer.assertFailed(504);
    assertThat(answer.<String>read("$.message")).isEqualTo(message);
  }

  @Test
  void spreadsThoseWhoFailedTogether() {
    Set<String> pauses =
        IntStream.range(0, 50)
            .mapToObj(i -> write("refused-before").exchange().getResponseHeaders())
            .map(headers -> headers.getFirst(HttpHeaders.RETRY_AFTER))
            .collect(Collectors.toSet());

    assertThat(pauses).hasSizeGreaterThan(1).isSubsetOf("2", "3", "4");
  }

  private Answer write(String how) {
    return till.post("/writes/" + how, "{}");
  }

  private int written() {
    return ADMIN
        .sql("select count(*) from audit_log where store_id = ?")
        .param(till.storeId())
        .query(Integer.class)
        .single();
  }
}
