-- What a store has under way and what waits behind it, each found without reading the other.
create index consulting_jobs_under_way on consulting_jobs (store_id) where state in ('queued', 'running');
create index consulting_jobs_waiting on consulting_jobs (store_id, accepted_at, req_id) where state = 'waiting';
