create table consulting_jobs (
  req_id uuid primary key,
  store_id bigint not null,
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
  published_at timestamptz,
  check ((state in ('completed', 'failed')) = (finished_at is not null)),
  check ((state = 'completed') = (answer is not null)),
  check ((state = 'failed') = (failure is not null)),
  check (state <> 'completed' or figures is not null)
);

create index consulting_jobs_by_store on consulting_jobs (store_id, accepted_at);
create index consulting_jobs_open on consulting_jobs (store_id, accepted_at) where finished_at is null;
create index consulting_jobs_unpublished on consulting_jobs (finished_at)
  where finished_at is not null and published_at is null;

-- The queue of jobs, apart from the outbox: slow models must not delay the news of those that are done.
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
