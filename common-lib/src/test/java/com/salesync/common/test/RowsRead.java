package com.salesync.common.test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts the rows that work fetches from each table, partitions included, as PostgreSQL counts
 * them. The work must use the connection of the transaction it runs in.
 */
public record RowsRead(JdbcClient jdbc, TransactionOperations transactions) {

  /** By table; a table that nothing was read from is left out. */
  public Map<String, Long> during(Runnable work) {
    return transactions.execute(
        status -> {
          // Of few stores a whole table would be read as gladly as what is asked for.
          for (String whole : List.of("seqscan", "hashjoin", "mergejoin", "material")) {
            jdbc.sql("set local enable_" + whole + " = off").update();
          }
          Map<String, Long> before = soFar();
          work.run();
          Map<String, Long> read = soFar();
          before.forEach((table, rows) -> read.computeIfPresent(table, (name, all) -> all - rows));
          read.values().removeIf(rows -> rows == 0);
          return read;
        });
  }

  private Map<String, Long> soFar() {
    return jdbc
        .sql(
            """
            select regexp_replace(relname, '_p\\d+$', '') as relname,
              sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as rows
            from pg_stat_xact_user_tables group by 1
            """)
        .query((row, number) -> Map.entry(row.getString("relname"), row.getLong("rows")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
