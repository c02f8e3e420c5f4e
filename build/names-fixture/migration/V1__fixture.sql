-- create table tabs would be refused, were it not a comment.
create table day_books (store_id bigint);
create table if not exists fixture.let_in (id bigint);
create unlogged table turns (id bigint);
create table store_tables (id bigint);
create table tabs (id bigint);
create table old_news (id bigint);
