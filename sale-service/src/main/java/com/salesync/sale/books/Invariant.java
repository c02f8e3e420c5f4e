package com.salesync.sale.books;

/**
 * What must hold between the rows of this service at any time. Each query counts violations in all
 * stores; {@code :since} bounds how far back those look that would otherwise read the whole past.
 */
enum Invariant {
  /** At most one live sale per order. */
  I2(
      """
      select count(*) from (
        select order_id from sales
        where status in ('COMPLETED', 'VOIDING') and created_at >= :since
        group by order_id having count(*) > 1) as doubled
      """),
  /** A booked sale names its paid order and total, and no other sale names an order. */
  I4(
      """
      select count(*) from sales
      where created_at >= :since
        and (status in ('COMPLETED', 'VOIDING', 'VOIDED'))
            <> (order_id is not null and total_price is not null and settled_at is not null)
      """),
  /** No payment or void is under way for more than ten minutes. */
  I6(
      """
      select count(*) from sales
      where status in ('PENDING', 'VOIDING')
        and coalesce(void_requested_at, created_at) < now() - interval '10 minutes'
      """),
  /** What the audit log saw booked is still there, with the same amount. */
  I10(
      """
      select count(*) from audit_log
      left join sales on sales.id = substring(audit_log.subject from 6)::bigint
      where audit_log.action = 'sale.completed' and audit_log.at >= :since
        and sales.total_price is distinct from (audit_log.details ->> 'total')::bigint
      """),
  /** The revenue of a day is the sum of its booked sales. */
  REVENUE(
      """
      select count(*)
      from (select store_id, business_day, sales, total from daily_revenue
            where business_day >= cast(:since as date)) as kept
      full join
           (select store_id, business_day, count(*) as sales, sum(total_price) as total from sales
            where status in ('COMPLETED', 'VOIDING') and business_day >= cast(:since as date)
              and created_at >= cast(:since as timestamptz) - interval '3 days'
            group by store_id, business_day) as booked
      using (store_id, business_day)
      where coalesce(kept.sales, 0) <> coalesce(booked.sales, 0)
         or coalesce(kept.total, 0) <> coalesce(booked.total, 0)
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
