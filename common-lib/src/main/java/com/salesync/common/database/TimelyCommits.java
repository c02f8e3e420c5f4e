package com.salesync.common.database;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.outcome.Effects;
import com.salesync.common.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionStatus;

/**
 * Commits what a request writes only as long as its answer is waited for; what is committed is
 * among its {@link Effects}. Everything has been written by then: COMMIT does nothing else but the
 * checks that were deferred to it.
 */
final class TimelyCommits implements TransactionExecutionListener {

  private static final int RETRY_AFTER_SECONDS = 1;

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    if (transaction.isReadOnly()) {
      return;
    }
    if (transaction instanceof TransactionStatus status) {
      status.flush();
    }
    Deadline deadline = Deadline.current();
    if (deadline != null && deadline.hasPassed()) {
      throw Problem.unavailable("DEADLINE_PASSED", RETRY_AFTER_SECONDS);
    }
    Effects.committing();
  }

  @Override
  public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
    if (!transaction.isReadOnly() && failure == null) {
      Effects.happened();
    }
  }
}
