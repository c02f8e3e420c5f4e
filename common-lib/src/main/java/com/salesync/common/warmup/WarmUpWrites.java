package com.salesync.common.warmup;

import com.salesync.common.security.Tenant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Writes what the service's use cases write, and takes it back. */
final class WarmUpWrites implements Runnable {

  /** Few: what a sequence has given is not taken back. */
  private static final int TIMES = 3;

  private final List<WarmUpStatements> statements;
  private final TransactionOperations transactions;
  private final JdbcClient jdbc;
  private final Tenant noStore;

  WarmUpWrites(
      List<WarmUpStatements> statements,
      TransactionOperations transactions,
      JdbcClient jdbc,
      Tenant noStore) {
    this.statements = statements;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.noStore = noStore;
  }

  @Override
  public void run() {
    for (int time = 0; time < TIMES; time++) {
      statements.forEach(this::runAndRollBack);
    }
  }

  private void runAndRollBack(WarmUpStatements some) {
    transactions.executeWithoutResult(
        transaction -> {
          try {
            some.write(noStore);
            transaction.flush();
            jdbc.sql("set constraints all immediate").update();
          } finally {
            transaction.setRollbackOnly();
          }
        });
  }
}
