alter table store_tables rename to open_tabs;
