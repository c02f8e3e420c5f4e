alter table tabs rename to orders;
drop table old_news;
create view sales_to_book as select 1;
