grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to ${runtime_role};
grant usage on all sequences in schema ${flyway:defaultSchema} to ${runtime_role};
revoke update, delete on audit_log from ${runtime_role};
