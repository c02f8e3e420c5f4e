-- What was paid or voided since a moment, in all stores, exactly: a block range would read its
-- neighbours, too.
drop index orders_by_payment;
create index orders_by_paid_at on orders (paid_at) where paid_at is not null;
create index orders_by_voided_at on orders (voided_at) where voided_at is not null;
