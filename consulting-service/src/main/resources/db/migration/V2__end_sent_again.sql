-- When the end of a job was last sent because its message had been lost; null if it never was.
alter table consulting_jobs add column end_sent_at timestamptz;
