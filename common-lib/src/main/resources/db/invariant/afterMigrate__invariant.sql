grant select, insert, update on invariant_looks to ${runtime_role};
grant select, insert, delete on invariant_findings to ${runtime_role};
