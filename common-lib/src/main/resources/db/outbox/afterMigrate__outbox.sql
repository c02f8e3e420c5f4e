grant select, insert, delete on outbox to ${runtime_role};
