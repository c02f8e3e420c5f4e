-- What each session placed last at a table: by it a repeat without a key is recognised, and gets the
-- first answer. It stands in for orders.last_request and last_request_at, which nothing reads now.
create table placements (
  store_id bigint not null,
  table_no int not null check (table_no between 0 and 9999),
  session text not null check (session <> ''),
  -- Fingerprint of what was asked for.
  request text not null,
  -- The answer: the order it joined, in the version that this led to.
  order_id bigint not null,
  version bigint not null,
  repeatable_until timestamptz not null,
  primary key (store_id, table_no, session)
);

-- What is old is deleted by it. A block range costs a repeat, which moves the time on, no index entry.
create index placements_by_time on placements using brin (repeatable_until);

-- Whether an order that was cancelled came after the one that was paid last.
create index cancelled_orders_by_table on orders (store_id, table_no, cancelled_at)
  where cancelled_at is not null;
