create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: its rows are never changed or deleted', tg_op, tg_table_name;
end $$;

-- One partition for each month (UTC), so that what is old can be detached. What belongs to none goes
-- to the default one: no write fails for want of a partition.
create table audit_log (
  store_id bigint not null,
  at timestamptz not null default now(),
  id bigint generated always as identity,
  action text not null,
  subject text not null,
  details jsonb not null,
  request_id text,
  primary key (store_id, at, id)
) partition by range (at);

create table audit_log_default partition of audit_log default;

create trigger audit_log_is_append_only
  before update or delete on audit_log
  for each row execute function refuse_change();

create trigger audit_log_is_never_truncated
  before truncate on audit_log
  for each statement execute function refuse_change();

create function audit_log_partition_of(month timestamptz) returns text
  language sql stable set search_path = ${flyway:defaultSchema}, pg_temp
as $$ select 'audit_log_' || to_char(month at time zone 'UTC', 'YYYY_MM') $$;

-- Where the months that have partitions end; null before the first one.
create function audit_log_prepared_until() returns timestamptz
  language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp
as $$
  select max((regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \(''([^'']+)''\)'))[1]::timestamptz)
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'audit_log'::regclass
$$;

-- Makes the partitions of this month and of the months after it; the months follow each other without
-- a gap. What the default partition has taken meanwhile becomes a partition of its own. The runtime
-- role may do this and nothing else to the tables of its owner.
create function audit_log_prepare_months(months_ahead int) returns int
  language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp set lock_timeout = '2s'
as $$
declare
  this_month timestamptz := date_trunc('month', now(), 'UTC');
  begins timestamptz := audit_log_prepared_until();
  ends timestamptz;
  made int := 0;
begin
  if months_ahead not between 0 and 24 then
    raise exception 'months_ahead is % and must be 0..24', months_ahead;
  end if;
  if begins is null then
    -- What is entered later of the time before, such as a history that is taken over.
    begins := this_month;
    execute format('create table audit_log_before partition of audit_log for values from (minvalue) to (%L)', begins);
  end if;
  if exists (select from audit_log_default) then
    select (date_trunc('month', greatest(max(at), now()), 'UTC') at time zone 'UTC' + interval '1 month') at time zone 'UTC'
      into ends from audit_log_default;
    alter table audit_log detach partition audit_log_default;
    execute format('alter table audit_log_default rename to %I', audit_log_partition_of(begins));
    execute format('alter table audit_log attach partition %I for values from (%L) to (%L)',
      audit_log_partition_of(begins), begins, ends);
    create table audit_log_default partition of audit_log default;
    begins := ends;
    made := 1;
  end if;
  while begins <= (this_month at time zone 'UTC' + make_interval(months => months_ahead)) at time zone 'UTC' loop
    ends := (begins at time zone 'UTC' + interval '1 month') at time zone 'UTC';
    execute format('create table %I partition of audit_log for values from (%L) to (%L)',
      audit_log_partition_of(begins), begins, ends);
    begins := ends;
    made := made + 1;
  end loop;
  return made;
end $$;

-- Detaches what is older than five years; the tables stay until whoever owns them has archived them.
create function audit_log_detach_old() returns setof text
  language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp set lock_timeout = '2s'
as $$
declare
  old text;
begin
  for old in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit_log'::regclass
      and (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \(''([^'']+)''\)'))[1]::timestamptz
        < now() - interval '5 years'
    order by 1
  loop
    execute format('alter table audit_log detach partition %I', old);
    return next old;
  end loop;
end $$;
