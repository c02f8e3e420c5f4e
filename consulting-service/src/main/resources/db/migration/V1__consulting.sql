create table consulting_jobs (
  store_id bigint not null,
  req_id uuid not null,
  start_day date not null,
  end_day date not null check (end_day >= start_day),
  zone text not null,
  day_start text not null,
  -- waiting: behind other jobs of its own store; queued: may run when a slot is free.
  state text not null check (state in ('waiting', 'queued', 'running', 'completed', 'failed')),
  model_failures int not null default 0,
  crashes int not null default 0,
  language text,
  adviser text,
  model text,
  figures jsonb,
  answer text,
  failure text,
  accepted_at timestamptz not null,
  deadline timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- W3C's traceparent of the request that asked: a job admitted later runs in that trace.
  traceparent text,
  primary key (store_id, req_id),
  check ((state in ('completed', 'failed')) = (finished_at is not null)),
  check ((state = 'completed') = (answer is not null)),
  check ((state = 'failed') = (failure is not null)),
  check (state <> 'completed' or figures is not null)
);

create index consulting_jobs_by_store on consulting_jobs (store_id, accepted_at);
-- What a store has under way and what waits behind it, each found without reading the other.
create index consulting_jobs_under_way on consulting_jobs (store_id) where state in ('queued', 'running');
create index consulting_jobs_waiting on consulting_jobs (store_id, accepted_at, req_id) where state = 'waiting';
-- Over all stores: what has not ended.
create index consulting_jobs_open on consulting_jobs (deadline) where finished_at is null;
-- Over all stores: what is old.
create index consulting_jobs_by_end on consulting_jobs (finished_at) where finished_at is not null;

-- One row for each store that ever asked: whoever changes what it has queued locks it until the transaction ends.
create table consulting_queues (
  store_id bigint not null,
  changed_at timestamptz not null,
  primary key (store_id)
);

-- The scheduler's queue of jobs that may run, apart from its other tasks: slow models must not delay those.
create table consulting_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index consulting_tasks_by_execution_time on consulting_tasks (execution_time);
create index consulting_tasks_by_heartbeat on consulting_tasks (last_heartbeat);
-- The order in which jobs run: the stores' first ranks, then their second ones.
create index consulting_tasks_by_priority on consulting_tasks (priority desc, execution_time);
