-- For the watch over the books, which looks at what is recent in all stores.
create index orders_by_payment on orders using brin (paid_at);
create index daily_item_volumes_by_day on daily_item_volumes (business_day);
create index audit_log_by_time on audit_log using brin (at);
