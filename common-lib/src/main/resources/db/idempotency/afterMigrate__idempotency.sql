grant select, insert, update, delete on idempotency_keys to ${runtime_role};
