-- What the running service does, and no more: nothing of an order is deleted but lines of an open one.
grant select, insert, update on orders to ${runtime_role};
grant select, insert, update, delete on order_lines to ${runtime_role};
grant select, insert, update, delete on placements to ${runtime_role};
-- A rebuild writes a day's volumes anew.
grant select, insert, update, delete on daily_item_volumes to ${runtime_role};
-- Rows to lock, which takes the right to update.
grant select, insert, update on volume_days to ${runtime_role};
grant select on paid_item_volumes to ${runtime_role};
