-- When an entry was written: what the invariant of past costs looks at is what was written since its last look.
alter table item_costs add column recorded_at timestamptz not null default now();
update item_costs set recorded_at = effective_day;
create index item_costs_by_recording on item_costs (recorded_at);
drop index item_costs_by_day;
create index audit_log_of_costs on audit_log (at) where action = 'items.costed';
drop index audit_log_by_time;

-- Only a leading "unset" is ever taken back: it says nothing.
create function guard_item_cost() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.cost is not null then
      raise exception 'the cost of item % from % on stays on record', old.item_id, old.effective_day;
    end if;
    return old;
  end if;
  new.recorded_at := now();
  return new;
end $$;

create trigger item_costs_stay_on_record
  before update or delete on item_costs
  for each row execute function guard_item_cost();
