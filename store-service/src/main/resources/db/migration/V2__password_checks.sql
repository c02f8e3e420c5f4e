set local lock_timeout = '2s';

-- When its holder last showed in this session to know the password.
alter table sessions add column password_checked_at timestamptz;
