-- Stores are closed and erased, never deleted; of a session only its end is written after it was opened.
grant select, insert, update on stores to ${runtime_role};
grant select, insert, update (ended_at, ended_by), delete on sessions to ${runtime_role};
grant select, insert, delete on signing_keys, address_keys, failed_logins to ${runtime_role};
