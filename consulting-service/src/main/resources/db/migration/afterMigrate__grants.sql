-- What the running service does, and no more: a job's days and its question stay as they were asked. What is
-- old is deleted.
grant select, insert, delete,
  update (state, model_failures, crashes, language, adviser, model, figures, answer, failure, started_at, finished_at,
    end_sent_at)
  on consulting_jobs to ${runtime_role};
-- Rows to lock.
grant select, insert, update (changed_at) on consulting_queues to ${runtime_role};
grant select, insert, update, delete on consulting_tasks to ${runtime_role};
