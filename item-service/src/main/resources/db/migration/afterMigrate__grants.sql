-- What the running service does, and no more: a removed category or item keeps its row.
grant select, insert, update (name, deleted_at) on categories to ${runtime_role};
grant select, insert, update (name, price, deleted_at) on items to ${runtime_role};
-- An entry that only says "unset" at the start of a history is taken back.
grant select, insert, update (cost), delete on item_costs to ${runtime_role};
grant usage on sequence categories_id_seq, items_id_seq to ${runtime_role};
