-- For the watch over past costs, which looks at what is recent in all stores.
create index audit_log_by_time on audit_log using brin (at);
create index item_costs_by_day on item_costs (effective_day);
