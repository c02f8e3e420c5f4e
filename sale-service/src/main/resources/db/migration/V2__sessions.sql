-- The session that asked to be paid: by it a payment that is repeated without a key is recognised.
-- Null where the release before this one took it.
alter table sales add column session text check (session <> '');

create or replace function guard_sale() returns trigger language plpgsql as $$
begin
  if (new.id, new.store_id, new.table_no, new.claimed_total, new.payment_type, new.business_day,
      new.created_at, new.session)
     is distinct from
     (old.id, old.store_id, old.table_no, old.claimed_total, old.payment_type, old.business_day,
      old.created_at, old.session)
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
