-- With all that the comparison with sale-service's books asks of a paid order.
drop index paid_orders_by_day;
create index paid_orders_by_day on orders (store_id, paid_day) include (total_price, sale_id, id)
  where status = 'PAID';
