select audit_log_prepare_months(2);

grant select, insert on audit_log to ${runtime_role};
revoke all on function audit_log_prepare_months(int), audit_log_detach_old(), audit_log_prepared_until() from public;
grant execute on function audit_log_prepare_months(int), audit_log_detach_old(), audit_log_prepared_until()
  to ${runtime_role};
