-- When the sale that paid the order was begun. A payment that was asked for earlier was not meant
-- for the next order of that table.
alter table orders add column sale_requested_at timestamptz;

create index paid_orders_by_request on orders (store_id, table_no, sale_requested_at)
  where sale_requested_at is not null;
