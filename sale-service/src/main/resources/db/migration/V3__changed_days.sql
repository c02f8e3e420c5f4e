-- Which days' totals changed since an instant, over all stores. A sale counts in the day's totals
-- when it is settled and stops when it is voided; one still under way is in sales_in_flight.
create index sales_by_settlement on sales (settled_at) where settled_at is not null;

create index sales_by_void on sales (voided_at) where voided_at is not null;
