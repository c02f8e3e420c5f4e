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
   * Keeps news of a request. The same news again, and older news after newer, change nothing.
   *
   * @return false if the request is known as another store's
   */
  public boolean keep(ConsultingResult news) {
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
        .param(news.reqId())
        .param(news.storeId())
        .param(news.state().name().toLowerCase(Locale.ROOT))
        .param(news.answer())
        .param(news.failure())
        .update();
    return of(news.storeId(), news.reqId()).isPresent();
  }

  public Optional<ConsultingResult> of(long storeId, UUID reqId) {
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
