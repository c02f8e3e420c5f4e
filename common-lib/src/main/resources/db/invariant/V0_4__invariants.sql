-- One row for each invariant that this service watches.
create table invariant_looks (
  invariant text primary key,
  -- Since when it is watched: the age of an invariant that was never looked at counts from here.
  known_since timestamptz not null default now(),
  -- When the last look that succeeded began.
  looked_at timestamptz
);

-- What the last look found wrong: ids only, no personal data.
create table invariant_findings (
  invariant text not null,
  store_id bigint not null,
  subject text not null,
  found_at timestamptz not null default now(),
  primary key (store_id, invariant, subject)
);
