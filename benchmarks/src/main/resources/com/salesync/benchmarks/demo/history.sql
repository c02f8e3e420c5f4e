-- Given as settings of the transaction: demo.store_id, and demo.orders as a JSON array.
CREATE TEMP TABLE past ON COMMIT DROP AS
SELECT nextval(pg_get_serial_sequence('orders.orders', 'id')) AS order_id,
       nextval('sale.sales_id_seq') AS sale_id,
       current_setting('demo.store_id')::bigint AS store_id,
       given.*
FROM jsonb_to_recordset(current_setting('demo.orders')::jsonb)
  AS given(day date, opened_at timestamptz, paid_at timestamptz, table_no int, payment_type text,
           total_price bigint, lines jsonb);

INSERT INTO orders.orders (store_id, id, table_no, status, opened_at, business_day, total_price,
                           version, sale_id, sale_requested_at, paid_at, paid_day)
SELECT store_id, order_id, table_no, 'PAID', opened_at, day, total_price, 2, sale_id, paid_at,
       paid_at, day
FROM past;

INSERT INTO orders.order_lines (store_id, order_id, line_no, item_id, item_name, unit_price,
                                quantity)
SELECT store_id, order_id, number - 1, (line ->> 'item_id')::bigint, line ->> 'item_name',
       (line ->> 'unit_price')::bigint, (line ->> 'quantity')::int
FROM past, jsonb_array_elements(lines) WITH ORDINALITY AS given(line, number);

SET CONSTRAINTS ALL IMMEDIATE;

INSERT INTO orders.daily_item_volumes (store_id, business_day, item_id, name, quantity, revenue)
SELECT store_id, day, item_id, max(item_name), sum(quantity), sum(quantity * unit_price)
FROM past JOIN orders.order_lines USING (store_id, order_id)
GROUP BY store_id, day, item_id;

INSERT INTO orders.audit_log (at, store_id, action, subject, details)
SELECT paid_at, store_id, 'order.paid', 'order:' || order_id,
       jsonb_build_object('sale_id', sale_id, 'total_price', total_price)
FROM past
ORDER BY order_id;

SET LOCAL search_path = sale;

INSERT INTO sale.sales (id, store_id, table_no, claimed_total, payment_type, business_day,
                        created_at, status, attempts, attempted_at, order_id, total_price,
                        settled_at)
SELECT sale_id, store_id, table_no, total_price, payment_type, day, paid_at, 'COMPLETED', 1,
       paid_at, order_id, total_price, paid_at
FROM past;

INSERT INTO sale.daily_revenue (store_id, business_day, sales, total)
SELECT store_id, day, count(*), sum(total_price)
FROM past
GROUP BY store_id, day;

INSERT INTO sale.audit_log (at, store_id, action, subject, details)
SELECT paid_at, store_id, 'sale.completed', 'sale:' || sale_id,
       jsonb_build_object('total', total_price, 'order_id', order_id, 'payment_type', payment_type)
FROM past
ORDER BY sale_id;
