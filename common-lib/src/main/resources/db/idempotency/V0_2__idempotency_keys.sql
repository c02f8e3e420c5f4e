create table idempotency_keys (
  store_id bigint not null,
  endpoint text not null,
  key text not null,
  fingerprint text not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (store_id, endpoint, key)
);

create index idempotency_keys_by_age on idempotency_keys (created_at);
