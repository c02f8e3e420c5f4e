package com.salesync.common.invariant;

import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An invariant that one statement over this service's own rows sees, hence at one moment.
 *
 * @param candidates SQL that selects {@code store_id} (bigint) and {@code subject} (text) of what
 *     changed since {@code :since} (timestamptz), by an index on when it changed
 * @param violations SQL that selects {@code store_id} and {@code subject} of those rows of the
 *     table {@code candidates} that break the invariant
 */
public record SqlInvariant(JdbcClient jdbc, String name, String candidates, String violations)
    implements Invariant {

  @Override
  public Collection<Finding> findings(Look look) {
    return jdbc.sql(
            """
            with candidates (store_id, subject) as (
              select store_id, subject from (%s) as changed (store_id, subject)
              union
              select store_id, subject from invariant_findings where invariant = :invariant)
            select store_id, subject from (%s) as wrong (store_id, subject)
            """
                .formatted(candidates, violations))
        .param("since", look.since().atOffset(ZoneOffset.UTC))
        .param("invariant", name)
        .query(Finding::read)
        .set();
  }
}
