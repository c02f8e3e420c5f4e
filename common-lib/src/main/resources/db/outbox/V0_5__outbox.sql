-- Messages that are to be published, written by the transaction of the change they tell of. Of one key
-- they are published in the order of created_at, for which the transactions that write it must wait for
-- each other, as those do that lock what they change.
create table outbox (
  store_id bigint not null check (store_id > 0),
  id bigint generated always as identity,
  topic text not null,
  key text not null,
  payload text not null,
  traceparent text,
  created_at timestamptz not null default clock_timestamp(),
  primary key (store_id, id)
);

create index outbox_by_age on outbox (created_at, id);
