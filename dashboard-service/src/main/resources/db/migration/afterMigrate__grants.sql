-- What the running service does, and no more: what was settled is neither changed nor deleted.
grant select, insert,
  update (sms, reason, masked_phone, phone, text, attempts, message_id, send_at, finished_at)
  on settlements to ${runtime_role};
-- Rows to lock.
grant select, insert, update (last_settled_at) on settling_stores to ${runtime_role};
-- What is old is deleted.
grant select, insert, update (state, answer, failure, received_at), delete on consulting_results to ${runtime_role};
