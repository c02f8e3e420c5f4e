-- A serving process reads which versions are there.
grant select on flyway_schema_history to ${runtime_role};
