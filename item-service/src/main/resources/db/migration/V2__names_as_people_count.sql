set local lock_timeout = '2s';

-- What a person sees as one character may be up to ten of the database's: the service counts the
-- former, this only bounds the latter. Wider than before, so it holds for every row there is.
alter table categories
  drop constraint categories_name_check,
  add constraint categories_name_check
    check (name = btrim(name) and char_length(name) between 1 and 1000) not valid;
alter table items
  drop constraint items_name_check,
  add constraint items_name_check
    check (name = btrim(name) and char_length(name) between 1 and 1000) not valid,
  drop constraint items_description_check,
  add constraint items_description_check check (char_length(description) <= 5000) not valid;
