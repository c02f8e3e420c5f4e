package com.salesync.common.database;

import com.salesync.common.outcome.Effects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Adds each transaction that may have written to what its request may have changed. */
final class ReportedCommits implements TransactionExecutionListener {

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    if (!transaction.isReadOnly()) {
      Effects.committing();
    }
  }

  @Override
  public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
    if (!transaction.isReadOnly() && failure == null) {
      Effects.happened();
    }
  }
}
