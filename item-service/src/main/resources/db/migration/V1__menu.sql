create table categories (
  id bigint generated always as identity primary key,
  store_id bigint not null,
  name text not null check (name = btrim(name) and char_length(name) between 1 and 100),
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  unique (id, store_id)
);

create unique index one_living_category_per_name on categories (store_id, name) where deleted_at is null;
create index living_categories_of_store on categories (store_id, id) where deleted_at is null;

create table items (
  id bigint generated always as identity primary key,
  store_id bigint not null,
  category_id bigint not null,
  name text not null check (name = btrim(name) and char_length(name) between 1 and 100),
  description text check (char_length(description) <= 500),
  price bigint not null check (price between 0 and 1000000000),
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  -- An item can only stand in a category of its own store.
  foreign key (category_id, store_id) references categories (id, store_id)
);

create unique index one_living_item_per_name on items (category_id, name) where deleted_at is null;
create index living_items_of_category on items (category_id, id) where deleted_at is null;
create index items_of_store on items (store_id, id);

-- The cost of an item from a business day on; null means that it is unset from that day on.
create table item_costs (
  item_id bigint not null references items (id),
  effective_day date not null,
  cost bigint check (cost between 0 and 1000000000),
  primary key (item_id, effective_day)
);
