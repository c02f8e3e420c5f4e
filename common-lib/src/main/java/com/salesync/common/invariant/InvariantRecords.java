package com.salesync.common.invariant;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionOperations;

/** The looks and findings in this service's schema, by the database's clock. */
final class InvariantRecords {

  /**
   * What is exported of an invariant.
   *
   * @param age seconds since the last look that succeeded began
   */
  record State(String invariant, long findings, double age) {}

  /**
   * The last look.
   *
   * @param lookedAt when it began; null if there was none
   */
  record LastLook(Instant now, @Nullable Instant lookedAt) {}

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  InvariantRecords(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  void register(String invariant) {
    jdbc.sql("insert into invariant_looks (invariant) values (?) on conflict do nothing")
        .param(invariant)
        .update();
  }

  LastLook lastLook(String invariant) {
    return jdbc.sql(
            """
            select now() as now,
                   (select looked_at from invariant_looks where invariant = ?) as looked_at
            """)
        .param(invariant)
        .query(LastLook.class)
        .single();
  }

  Set<Finding> standing(String invariant) {
    return jdbc.sql("select store_id, subject from invariant_findings where invariant = ?")
        .param(invariant)
        .query(Finding::read)
        .set();
  }

  /** Replaces what stands by what a look found; answers with what is new. */
  List<Finding> record(String invariant, Instant began, Collection<Finding> findings) {
    List<Finding> fresh = transactions.execute(status -> replace(invariant, began, findings));
    return fresh == null ? List.of() : fresh;
  }

  private List<Finding> replace(String invariant, Instant began, Collection<Finding> findings) {
    Map<String, Object> parameters =
        Map.of(
            "invariant",
            invariant,
            "began",
            began.atOffset(ZoneOffset.UTC),
            "stores",
            new SqlArrayValue("bigint", findings.stream().map(Finding::storeId).toArray()),
            "subjects",
            new SqlArrayValue("text", findings.stream().map(Finding::subject).toArray()));
    jdbc.sql(
            """
            delete from invariant_findings
            where invariant = :invariant
              and (store_id, subject) not in (
                select * from unnest(cast(:stores as bigint[]), cast(:subjects as text[])))
            """)
        .params(parameters)
        .update();
    jdbc.sql(
            """
            insert into invariant_looks (invariant, looked_at) values (:invariant, :began)
            on conflict (invariant) do update set looked_at = excluded.looked_at
            """)
        .params(parameters)
        .update();
    return jdbc.sql(
            """
            insert into invariant_findings (invariant, store_id, subject)
            select distinct :invariant, store_id, subject
            from unnest(cast(:stores as bigint[]), cast(:subjects as text[]))
              as found (store_id, subject)
            on conflict do nothing
            returning store_id, subject
            """)
        .params(parameters)
        .query(Finding::read)
        .list();
  }

  Map<String, State> states() {
    return jdbc
        .sql(
            """
            select invariant,
                   (select count(*) from invariant_findings f
                    where f.invariant = l.invariant) as findings,
                   extract(epoch from now() - coalesce(looked_at, known_since))::float8 as age
            from invariant_looks l
            """)
        .query(State.class)
        .list()
        .stream()
        .collect(Collectors.toMap(State::invariant, state -> state));
  }
}
