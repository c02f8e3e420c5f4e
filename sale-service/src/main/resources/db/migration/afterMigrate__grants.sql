-- What the running service does with its tables, and nothing more: no sale is ever deleted, and
-- what a sale records when it is begun never changes.
grant select, insert on sales to ${runtime_role};
grant update (status, attempts, attempted_at, failure, order_id, total_price, settled_at,
  void_requested_at, voided_at, recover_at, traceparent) on sales to ${runtime_role};
grant usage on sequence sales_id_seq to ${runtime_role};
grant select, insert on daily_revenue to ${runtime_role};
grant update (sales, total) on daily_revenue to ${runtime_role};
