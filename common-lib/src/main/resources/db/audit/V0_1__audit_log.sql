create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  store_id bigint not null,
  action text not null,
  subject text not null,
  details jsonb not null,
  request_id text
);

create index audit_log_by_store on audit_log (store_id, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: its rows are never changed or deleted', tg_op, tg_table_name;
end $$;

create trigger audit_log_is_append_only
  before update or delete on audit_log
  for each row execute function refuse_change();

create trigger audit_log_is_never_truncated
  before truncate on audit_log
  for each statement execute function refuse_change();
