package com.salesync.order.volume;

import com.salesync.common.database.Reports;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roll-up by store, business day and item. */
@Component
public class DailyItemVolumes {

  private final JdbcClient jdbc;
  private final JdbcClient reports;
  private final VolumeDays days;

  DailyItemVolumes(JdbcClient jdbc, @Reports JdbcClient reports, VolumeDays days) {
    this.jdbc = jdbc;
    this.reports = reports;
    this.days = days;
  }

  /**
   * One item on one day.
   *
   * @param name the name under which it was last sold that day
   * @param revenue whole won, over all prices it was sold at
   */
  public record Volume(
      LocalDate businessDay, long itemId, String name, long quantity, long revenue) {}

  /** Counts an order's lines as sold; part of the caller's transaction. */
  public void add(long storeId, LocalDate businessDay, long orderId) {
    count(storeId, businessDay, orderId, 1);
  }

  /** Takes an order's lines back from the day they were sold; part of the caller's transaction. */
  public void subtract(long storeId, LocalDate businessDay, long orderId) {
    count(storeId, businessDay, orderId, -1);
  }

  /** Rows are locked in the order of their items, so that parallel payments cannot deadlock. */
  private void count(long storeId, LocalDate businessDay, long orderId, int sign) {
    days.share(storeId, businessDay);
    jdbc.sql(
            """
            insert into daily_item_volumes as recorded
              (store_id, business_day, item_id, name, quantity, revenue)
            select :store, :day, item_id, (array_agg(item_name order by line_no desc))[1],
              :sign * sum(quantity), :sign * sum(unit_price * quantity)
            from order_lines where store_id = :store and order_id = :order
            group by item_id
            order by item_id
            on conflict (store_id, business_day, item_id) do update set
              name = case when :sign > 0 then excluded.name else recorded.name end,
              quantity = recorded.quantity + excluded.quantity,
              revenue = recorded.revenue + excluded.revenue
            """)
        .param("store", storeId)
        .param("day", businessDay)
        .param("order", orderId)
        .param("sign", sign)
        .update();
  }

  /** What was sold in the range, by day and item; what was voided altogether is left out. */
  public List<Volume> volumes(Tenant tenant, DayRange days) {
    return reports
        .sql(
            """
            select business_day, item_id, name, quantity, revenue from daily_item_volumes
            where store_id = ? and business_day between ? and ?
              and (quantity <> 0 or revenue <> 0)
            order by business_day, item_id
            """)
        .params(tenant.storeId(), days.start(), days.end())
        .query(DailyItemVolumes::volume)
        .list();
  }

  /** By hand, since DataClassRowMapper throws and catches twice a row looking for "businessDay". */
  private static Volume volume(ResultSet row, int number) throws SQLException {
    return new Volume(
        row.getObject("business_day", LocalDate.class),
        row.getLong("item_id"),
        row.getString("name"),
        row.getLong("quantity"),
        row.getLong("revenue"));
  }
}
