-- What is under way, and what is booked, per store and day: reports read the first, the comparison
-- with order-service's books both.
create index sales_under_way_by_day on sales (store_id, business_day)
  where status in ('PENDING', 'VOIDING');

create index booked_sales_by_day on sales (store_id, business_day)
  include (id, order_id, total_price) where status in ('COMPLETED', 'VOIDING');

drop index sales_by_day;
