grant select, insert, update, delete on scheduled_tasks to ${runtime_role};
