-- By fifties: each replica takes a range at a time. A sale's id means something only with its store,
-- and nothing about when it was begun.
create sequence sales_id_seq increment by 50;

create table sales (
  store_id bigint not null check (store_id > 0),
  id bigint not null default nextval('sales_id_seq'),
  table_no int not null check (table_no between 0 and 9999),
  -- What the till showed; the order has to agree with it.
  claimed_total bigint not null check (claimed_total between 0 and 1000000000000000),
  payment_type text not null check (char_length(payment_type) between 1 and 50),
  business_day date not null,
  created_at timestamptz not null,

  status text not null
    check (status in ('PENDING', 'COMPLETED', 'FAILED', 'VOIDING', 'VOIDED')),
  -- How often order-service was asked to mark the order paid, and when last.
  attempts int not null check (attempts > 0),
  attempted_at timestamptz not null,
  failure text
    check (failure in ('NO_OPEN_ORDER', 'TOTAL_MISMATCH', 'NOT_REACHED', 'NEVER_PAID')),
  order_id bigint,
  -- The order's own total: of the paid order, or of the one that did not match.
  total_price bigint check (total_price >= 0),
  settled_at timestamptz,
  void_requested_at timestamptz,
  voided_at timestamptz,
  -- When recovery looks at it next, while it is under way. Who recovers it moves this on first.
  recover_at timestamptz,
  -- W3C's traceparent of the request that began what is under way: recovery belongs to that trace.
  traceparent text,

  constraint failed_for_a_reason check ((status = 'FAILED') = (failure is not null)),
  constraint booked_with_its_order
    check ((status in ('COMPLETED', 'VOIDING', 'VOIDED')) = (order_id is not null)),
  constraint booked_with_its_total check (order_id is null or total_price is not null),
  constraint settled_unless_pending check ((status = 'PENDING') = (settled_at is null)),
  constraint void_requested
    check ((status in ('VOIDING', 'VOIDED')) = (void_requested_at is not null)),
  constraint recovered_while_under_way
    check ((status in ('PENDING', 'VOIDING')) = (recover_at is not null)),
  constraint voided check ((status = 'VOIDED') = (voided_at is not null)),
  primary key (store_id, id)
);

create index sales_by_time on sales (store_id, created_at, id);

-- What is under way, and what is booked, per store and day: reports read the first, the
-- reconciliation with order-service both.
create index sales_under_way_by_day on sales (store_id, business_day)
  where status in ('PENDING', 'VOIDING');

create index booked_sales_by_day on sales (store_id, business_day)
  include (id, order_id, total_price) where status in ('COMPLETED', 'VOIDING');

-- Which days' totals changed since an instant, over all stores. A sale counts in the day's totals
-- when it is settled and stops when it is voided; one still under way is in sales_in_flight.
create index sales_by_settlement on sales (settled_at) where settled_at is not null;

create index sales_by_void on sales (voided_at) where voided_at is not null;

create index sales_to_recover on sales (recover_at) where recover_at is not null;

create index sales_in_flight on sales (created_at) where status in ('PENDING', 'VOIDING');

create unique index one_sale_per_order on sales (store_id, order_id) where order_id is not null;

create function guard_sale() returns trigger language plpgsql as $$
begin
  if (new.id, new.store_id, new.table_no, new.claimed_total, new.payment_type, new.business_day,
      new.created_at)
     is distinct from
     (old.id, old.store_id, old.table_no, old.claimed_total, old.payment_type, old.business_day,
      old.created_at)
     or (old.total_price is not null and new.total_price is distinct from old.total_price)
     or (old.order_id is not null and new.order_id is distinct from old.order_id)
     or (old.status <> 'PENDING' and new.failure is distinct from old.failure)
  then
    raise exception 'what sale % records is never changed', old.id;
  end if;
  if new.status <> old.status
     and (old.status, new.status) not in (
       ('PENDING', 'COMPLETED'), ('PENDING', 'FAILED'),
       ('COMPLETED', 'VOIDING'), ('VOIDING', 'VOIDED'))
  then
    raise exception 'sale % cannot go from % to %', old.id, old.status, new.status;
  end if;
  return new;
end $$;

create trigger sales_keep_what_they_record
  before update on sales
  for each row execute function guard_sale();

create trigger sales_are_never_deleted
  before delete on sales
  for each row execute function refuse_change();

create trigger sales_are_never_truncated
  before truncate on sales
  for each statement execute function refuse_change();

-- Kept by the transactions that complete and void sales, so that a range costs days, not sales.
create table daily_revenue (
  store_id bigint not null,
  business_day date not null,
  sales bigint not null check (sales >= 0),
  -- Wider than any sale, so that no shop can sell until booking fails.
  total numeric(30) not null check (total >= 0),
  primary key (store_id, business_day)
);
