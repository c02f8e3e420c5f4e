create table settlements (
  id bigint generated always as identity primary key,
  store_id bigint not null,
  business_day date not null,
  total bigint not null check (total >= 0),
  sales bigint not null check (sales >= 0),
  sms text not null check (sms in ('queued', 'sending', 'sent', 'suppressed', 'rejected', 'ambiguous')),
  reason text,
  masked_phone text not null,
  -- Only while the text still has to be sent; emptied with the result.
  phone text,
  text text not null,
  parts int not null,
  attempts int not null default 0,
  message_id text,
  requested_at timestamptz not null,
  claimed_at timestamptz,
  finished_at timestamptz,
  check ((sms in ('queued', 'sending')) = (finished_at is null)),
  check (finished_at is null or phone is null)
);

-- At most one text per store, business day and total, however often settle is pressed.
create unique index one_settlement_per_total on settlements (store_id, business_day, total);
create index settlements_by_request on settlements (store_id, requested_at);
create index settlements_unfinished on settlements (requested_at) where finished_at is null;

create function refuse_settlement_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or (new.store_id, new.business_day, new.total, new.sales, new.text)
        is distinct from (old.store_id, old.business_day, old.total, old.sales, old.text) then
    raise exception 'a settlement keeps what it settled';
  end if;
  return new;
end $$;

create trigger settlements_keep_what_they_settled
  before update or delete on settlements
  for each row execute function refuse_settlement_change();

create table consulting_results (
  req_id uuid primary key,
  store_id bigint not null,
  state text not null check (state in ('accepted', 'completed', 'failed')),
  answer text,
  failure text,
  received_at timestamptz not null default now(),
  check ((state = 'completed') = (answer is not null)),
  check ((state = 'failed') = (failure is not null))
);
