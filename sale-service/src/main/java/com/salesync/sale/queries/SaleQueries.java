package com.salesync.sale.queries;

import static java.time.ZoneOffset.UTC;

import com.salesync.common.database.Reports;
import com.salesync.common.paging.Cursor;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import java.time.Instant;
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

  SaleQueries(@Reports JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One page of them.
   *
   * @param voided whether voided ones are among them
   */
  public Page<SaleSummary> listSales(long storeId, PageRequest page, boolean voided) {
    return Page.of(readSales(storeId, page, voided), page, SaleQueries::key);
  }

  private static Cursor key(SaleSummary sale) {
    return Cursor.of(sale.createdAt(), sale.id());
  }

  private List<SaleSummary> readSales(long storeId, PageRequest page, boolean voided) {
    Cursor after = page.after(Cursor.of(Instant.EPOCH, 0));
    return jdbc.sql(
            """
            select id, total_price, created_at, payment_type, voided_at from sales
            where store_id = :store and (created_at, id) > (:time, :id)
              and (status in ('COMPLETED', 'VOIDING') or (:voided and status = 'VOIDED'))
            order by created_at, id limit :rows
            """)
        .param("store", storeId)
        .param("time", after.time(0).atOffset(UTC))
        .param("id", after.number(1))
        .param("voided", voided)
        .param("rows", page.rowsToRead())
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
