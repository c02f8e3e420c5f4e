-- What daily_item_volumes must be: the lines of paid orders, added up. Of several names the last paid
-- is the one that reports show.
create view paid_item_volumes as
select o.store_id, o.paid_day as business_day, l.item_id,
  (array_agg(l.item_name order by o.paid_at desc, o.id desc, l.line_no desc))[1] as name,
  sum(l.quantity)::bigint as quantity, sum(l.unit_price * l.quantity)::bigint as revenue
from orders o join order_lines l on l.order_id = o.id
where o.status = 'PAID'
group by o.store_id, o.paid_day, l.item_id;

-- Only looks at all stores' last days needed these.
drop index daily_item_volumes_by_day;
drop index audit_log_by_time;
