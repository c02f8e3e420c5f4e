package com.salesync.order.watch;

/**
 * What must hold between the rows of this service at any time. Each query counts violations in all
 * stores since {@code :since}.
 */
enum Invariant {
  /** The amount of a paid order is the sum of its frozen lines, each of at least one piece. */
  I3(
      """
      select count(*)
      from orders o
      cross join lateral (
        select coalesce(sum(unit_price * quantity), 0) as added_up,
               coalesce(min(quantity), 0) as least
        from order_lines where order_id = o.id) as lines
      where o.paid_at >= :since
        and (o.total_price <> lines.added_up or lines.least < 1)
      """),
  /**
   * A day's figures change by payments and voids only: its volumes are what the frozen lines of its
   * paid orders add up to, and each order still has the amount that the audit log saw paid.
   */
  I7(
      """
      select (
        select count(*)
        from (select store_id, business_day, item_id, quantity, revenue from daily_item_volumes
              where business_day >= cast(:since as date)) as recorded
        full join
             (select o.store_id, o.paid_day as business_day, l.item_id,
                     sum(l.quantity) as quantity, sum(l.unit_price * l.quantity) as revenue
              from orders o join order_lines l on l.order_id = o.id
              where o.status = 'PAID' and o.paid_day >= cast(:since as date)
                and o.paid_at >= cast(:since as timestamptz) - interval '3 days'
              group by o.store_id, o.paid_day, l.item_id) as lines
        using (store_id, business_day, item_id)
        where coalesce(recorded.quantity, 0) <> coalesce(lines.quantity, 0)
           or coalesce(recorded.revenue, 0) <> coalesce(lines.revenue, 0)
      ) + (
        select count(*)
        from audit_log a left join orders o on o.id = substring(a.subject from 7)::bigint
        where a.action = 'order.paid' and a.at >= :since
          and (o.sale_id, o.total_price)
              is distinct from
              ((a.details ->> 'sale_id')::bigint, (a.details ->> 'total_price')::bigint))
      """);

  private final String violations;

  Invariant(String violations) {
    this.violations = violations;
  }

  /** SQL that counts the violations. */
  String violations() {
    return violations;
  }
}
