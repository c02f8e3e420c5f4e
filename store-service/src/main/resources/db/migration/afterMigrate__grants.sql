-- Stores are closed and erased, never deleted; of a session only its end and the last check of the password
-- are written after it was opened.
grant select, insert, update on stores to ${runtime_role};
grant select, insert, update (ended_at, ended_by, password_checked_at), delete on sessions to ${runtime_role};
grant select, insert, delete on signing_keys, address_keys, failed_logins to ${runtime_role};
