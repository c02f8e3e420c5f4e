-- The order in which jobs take their turns: the stores' first places, then their second ones.
create index consulting_tasks_by_turn on consulting_tasks (priority desc, execution_time);
