-- Whatever looked at the last days of all stores now looks at what changed.
drop index sales_by_time;

drop index audit_log_by_time;

drop index daily_revenue_by_day;
