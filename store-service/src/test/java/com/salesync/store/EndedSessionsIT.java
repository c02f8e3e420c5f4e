package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.paging.PageRequest;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.StatementCounter;
import com.salesync.common.test.TestTokens;
import com.salesync.store.session.ReadEndedSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** What a starting service asks where thousands of sessions have ended. */
@ServiceTest
@TestPropertySource(properties = "db-scheduler.enabled=false")
@Import(StatementCounter.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndedSessionsIT {

  private static final int ENDED = 3_500;

  /** In one instant as many as a page holds and more. */
  private static final int AT_ONCE = 1_200;

  private static final Instant LONG_AGO = Instant.parse("2021-03-04T05:06:07.123456Z");

  private final Till service;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final ReadEndedSessions readEndedSessions;
  private final StatementCounter statements;
  private final Set<String> ended;

  EndedSessionsIT(
      RestTestClient client,
      JdbcClient jdbc,
      TransactionOperations transactions,
      ReadEndedSessions readEndedSessions,
      StatementCounter statements)
      throws SQLException {
    this.service = Till.somewhere(client).withAuthorization(TestTokens.directory("item-service"));
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.readEndedSessions = readEndedSessions;
    this.statements = statements;
    this.ended = end(Till.somewhere(client).signedUp().storeId());
    analyze();
  }

  @Test
  void listsEveryOneOnceInPagesOfAThousand() {
    List<String> listed = new ArrayList<>();
    Answer page = page("");
    while (page.body().has("next_cursor")) {
      assertThat(page.body().path("revoked")).hasSize(1000);
      listed.addAll(sids(page));
      page = page("&cursor=" + page.text("next_cursor"));
    }
    listed.addAll(sids(page));

    assertThat(listed).doesNotHaveDuplicates().containsAll(ended);
  }

  @Test
  void takesOneStatementAPageAndReadsHardlyMoreThanThePage() {
    PageRequest second =
        new PageRequest(
            200,
            readEndedSessions
                .readEndedSessions(LONG_AGO, new PageRequest(500, null))
                .sessions()
                .nextCursor());
    assertThat(statements.during(() -> readEndedSessions.readEndedSessions(LONG_AGO, second)))
        .isOne();
    assertThat(
            new RowsRead(jdbc, transactions)
                .during(() -> readEndedSessions.readEndedSessions(LONG_AGO, second)))
        .allSatisfy((table, rows) -> assertThat(rows).as(table).isLessThan(210));
  }

  @Test
  void beginsWithWhatEndedAtTheVeryInstantAskedFor() {
    String first = page("&limit=1").body().path("revoked").path(0).path("sid").asString();
    assertThat(
            service
                .get("/internal/sessions/revoked?limit=1&since=" + LONG_AGO.plusNanos(1_000))
                .body()
                .path("revoked")
                .path(0)
                .path("sid")
                .asString())
        .isNotEqualTo(first);
    assertThat(ended).contains(first);
  }

  @Test
  void refusesPagesThatNobodyCanAskFor() {
    for (String query : List.of("&limit=0", "&limit=1001", "&cursor=x", "&cursor=MTI")) {
      service
          .get("/internal/sessions/revoked?since=" + LONG_AGO + query)
          .isProblem(400, "VALIDATION_FAILED");
    }
  }

  private Answer page(String more) {
    return service.get("/internal/sessions/revoked?since=" + LONG_AGO + more).is(200);
  }

  private static List<String> sids(Answer page) {
    return page.body().path("revoked").values().stream()
        .map((JsonNode session) -> session.path("sid").asString())
        .toList();
  }

  /** As autovacuum does; without, the planner takes thousands of rows for a few. */
  private static void analyze() throws SQLException {
    try (Connection admin = PostgresServer.get().adminConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("analyze store.sessions");
    }
  }

  private Set<String> end(long store) {
    return new HashSet<>(
        jdbc.sql(
                """
                insert into sessions (id, store_id, kid, opened_at, expires_at, ended_at, ended_by)
                select gen_random_uuid(), :store, (select max(kid) from signing_keys),
                  cast(:at as timestamptz), now() + interval '1 day',
                  cast(:at as timestamptz) + greatest(n - :at_once, 0) * interval '1 second', 'test'
                from generate_series(1, :ended) as n
                returning id::text
                """)
            .param("store", store)
            .param("at", LONG_AGO.toString())
            .param("at_once", AT_ONCE)
            .param("ended", ENDED)
            .query(String.class)
            .list());
  }
}
