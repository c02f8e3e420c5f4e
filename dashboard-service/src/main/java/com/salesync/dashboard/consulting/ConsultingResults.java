package com.salesync.dashboard.consulting;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The results by store and request; a final one is never replaced. */
@Repository
public class ConsultingResults {

  private final JdbcClient jdbc;
  private final Clock clock;

  ConsultingResults(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps what a store is told of a request. The same again, and what is older, change nothing. */
  public void keepResult(ConsultingResult result) {
    jdbc.sql(
            """
            insert into consulting_results (store_id, req_id, state, answer, failure, received_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (store_id, req_id) do update
            set state = excluded.state, answer = excluded.answer, failure = excluded.failure,
                received_at = excluded.received_at
            where consulting_results.state = 'accepted'
            """)
        .param(result.storeId())
        .param(result.reqId())
        .param(result.state().name().toLowerCase(Locale.ROOT))
        .param(result.answer())
        .param(result.failure())
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  /** Empties what a store was told, and says of how many requests. */
  public int eraseAnswers(long storeId) {
    return jdbc.sql(
            """
            update consulting_results set answer = left(answer, 0), failure = left(failure, 0)
            where store_id = ? and (answer <> '' or failure <> '')
            """)
        .param(storeId)
        .update();
  }

  public Optional<ConsultingResult> findResult(long storeId, UUID reqId) {
    return jdbc.sql(
            """
            select state, answer, failure from consulting_results
            where store_id = ? and req_id = ?
            """)
        .params(storeId, reqId)
        .query(
            (row, number) ->
                new ConsultingResult(
                    reqId,
                    storeId,
                    ConsultingResult.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                    row.getString("answer"),
                    row.getString("failure")))
        .optional();
  }
}
