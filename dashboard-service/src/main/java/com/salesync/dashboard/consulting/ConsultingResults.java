package com.salesync.dashboard.consulting;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The results by request; a final one is never replaced. */
@Repository
public class ConsultingResults {

  private final JdbcClient jdbc;

  ConsultingResults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps what is known of a request. The same again, and what is older, change nothing.
   *
   * @return false if the request is known as another store's
   */
  public boolean keepResult(ConsultingResult result) {
    jdbc.sql(
            """
            insert into consulting_results (req_id, store_id, state, answer, failure)
            values (?, ?, ?, ?, ?)
            on conflict (req_id) do update
            set state = excluded.state, answer = excluded.answer, failure = excluded.failure,
                received_at = now()
            where consulting_results.state = 'accepted'
              and consulting_results.store_id = excluded.store_id
            """)
        .param(result.reqId())
        .param(result.storeId())
        .param(result.state().name().toLowerCase(Locale.ROOT))
        .param(result.answer())
        .param(result.failure())
        .update();
    return findResult(result.storeId(), result.reqId()).isPresent();
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
