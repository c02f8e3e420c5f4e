-- An id means something only with its store, and says nothing about time.
create sequence categories_id_seq;
create sequence items_id_seq;

create table categories (
  store_id bigint not null check (store_id > 0),
  id bigint not null default nextval('categories_id_seq'),
  name text not null check (name = btrim(name) and char_length(name) between 1 and 100),
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (store_id, id)
);

create unique index one_category_per_name on categories (store_id, name) where deleted_at is null;
create index active_categories on categories (store_id, id) where deleted_at is null;

create table items (
  store_id bigint not null,
  id bigint not null default nextval('items_id_seq'),
  category_id bigint not null,
  name text not null check (name = btrim(name) and char_length(name) between 1 and 100),
  description text check (char_length(description) <= 500),
  price bigint not null check (price between 0 and 1000000000),
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (store_id, id),
  -- An item can only stand in a category of its own store.
  foreign key (store_id, category_id) references categories (store_id, id)
);

create unique index one_item_per_name on items (store_id, category_id, name)
  where deleted_at is null;
create index active_items_of_category on items (store_id, category_id, id)
  where deleted_at is null;

-- The cost of an item from a business day on; null means that it is unset from that day on.
create table item_costs (
  store_id bigint not null,
  item_id bigint not null,
  effective_day date not null,
  cost bigint check (cost between 0 and 1000000000),
  -- When the entry was written: the invariant of past costs looks at what was written since its
  -- last look.
  recorded_at timestamptz not null default now(),
  primary key (store_id, item_id, effective_day),
  foreign key (store_id, item_id) references items (store_id, id)
);

create index item_costs_by_recording on item_costs (recorded_at);
create index audit_log_of_costs on audit_log (at) where action = 'items.costed';

-- Only a leading "unset" is ever taken back: it says nothing.
create function guard_item_cost() returns trigger language plpgsql
set search_path = ${flyway:defaultSchema} as $$
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
