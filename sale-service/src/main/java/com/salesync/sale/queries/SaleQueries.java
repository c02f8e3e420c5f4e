package com.salesync.sale.queries;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The booked sales of a store, oldest first. One whose void is still under way counts as booked, as
 * it does in the revenue.
 */
@Repository
public class SaleQueries {

  private final JdbcClient jdbc;

  SaleQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * At most {@code limit} sales that come after the sale {@code after}; 0 is before the first.
   *
   * @param voided whether voided ones are among them
   */
  public List<SaleSummary> listSales(long storeId, long after, int limit, boolean voided) {
    return jdbc.sql(
            """
            select id, total_price, created_at, payment_type, voided_at from sales
            where store_id = :store and id > :after
              and (status in ('COMPLETED', 'VOIDING') or (:voided and status = 'VOIDED'))
            order by id limit :limit
            """)
        .param("store", storeId)
        .param("after", after)
        .param("voided", voided)
        .param("limit", limit)
        .query(
            (row, number) ->
                new SaleSummary(
                    row.getLong("id"),
                    row.getLong("total_price"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getString("payment_type"),
                    row.getTimestamp("voided_at") == null
                        ? null
                        : row.getTimestamp("voided_at").toInstant()))
        .list();
  }
}
