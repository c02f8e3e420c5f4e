package com.salesync.sale.recovery;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The queue of recovery: every sale under way says itself when it is due. */
@Repository
class DueSales {

  private final JdbcClient jdbc;

  DueSales(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is due in any store, longest due first, without a lock: others may find the same. */
  List<DueSale> find(Instant now, int most) {
    return jdbc.sql(
            """
            select store_id, id, recover_at, traceparent from sales where recover_at <= ?
            order by recover_at limit ?
            """)
        .params(now.atOffset(ZoneOffset.UTC), most)
        .query(
            (row, number) ->
                new DueSale(
                    row.getLong("store_id"),
                    row.getLong("id"),
                    row.getObject("recover_at", Timestamp.class).toInstant(),
                    row.getString("traceparent")))
        .list();
  }

  /**
   * Takes a sale, for one caller only.
   *
   * @param until when it is due again, should the caller die
   * @return empty if another has taken it or it is settled
   */
  @Transactional
  Optional<DueSale> claim(DueSale due, Instant until) {
    return move(due, until);
  }

  /** Lets a claimed sale be due at that time, unless it has been settled meanwhile. */
  @Transactional
  void postpone(DueSale claimed, Instant until) {
    move(claimed, until);
  }

  private Optional<DueSale> move(DueSale due, Instant until) {
    Instant kept = until.truncatedTo(ChronoUnit.MICROS);
    int moved =
        jdbc.sql(
                """
                update sales set recover_at = ?
                where store_id = ? and id = ? and recover_at = ?
                """)
            .params(
                kept.atOffset(ZoneOffset.UTC),
                due.storeId(),
                due.saleId(),
                due.recoverAt().atOffset(ZoneOffset.UTC))
            .update();
    return moved == 1
        ? Optional.of(new DueSale(due.storeId(), due.saleId(), kept, due.traceparent()))
        : Optional.empty();
  }
}
