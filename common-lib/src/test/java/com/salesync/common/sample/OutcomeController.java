package com.salesync.common.sample;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.database.Reports;
import com.salesync.common.deadline.Deadline;
import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.outcome.Effects;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes that fail at different moments. */
@RestController
class OutcomeController {

  /** Longer than {@code application.yaml} gives it. */
  private static final Duration SLOW = Duration.ofMillis(600);

  private final TransactionOperations transactions;
  private final AuditLog audit;
  private final JdbcClient jdbc;
  private final JdbcClient reports;

  OutcomeController(
      TransactionOperations transactions,
      AuditLog audit,
      JdbcClient jdbc,
      @Reports JdbcClient reports) {
    this.reports = reports;
    this.transactions = transactions;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  @PostMapping("/writes/{how}")
  Map<String, String> write(Tenant tenant, @PathVariable String how) {
    switch (how) {
      case "refused-before" -> throw Problem.unavailable("DATABASE_UNAVAILABLE", 2);
      case "lost-before-commit" -> write(tenant, "written", this::loseConnection);
      case "too-late" -> write(tenant, "written", OutcomeController::waitForTheDeadline);
      case "slow" -> write(tenant, "written", () -> LockSupport.parkNanos(SLOW.toNanos()));
      case "refused-after" -> {
        write(tenant, "written", () -> {});
        throw Problem.unavailable("DATABASE_UNAVAILABLE", 2);
      }
      case "lost-after" -> {
        write(tenant, "written", () -> {});
        write(tenant, "lost", this::loseConnection);
      }
      case "unknown-at-item" -> throw NeighbourUnavailable.ofWrite("item", new IOException());
      case "unknown-at-order" -> throw NeighbourUnavailable.ofWrite("order", new IOException());
      case "undone" -> {
        write(tenant, "written", () -> {});
        Effects.undone();
        throw Problem.unavailable("DATABASE_UNAVAILABLE", 2);
      }
      default -> write(tenant, "written", () -> {});
    }
    return Map.of("result", "success");
  }

  private void write(Tenant tenant, String action, Runnable then) {
    transactions.executeWithoutResult(
        status -> {
          audit.record(tenant.storeId(), action, "sample:1", Map.of());
          then.run();
        });
  }

  private void loseConnection() {
    jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query(Boolean.class).single();
  }

  @GetMapping("/long-report")
  boolean report() {
    return reports.sql("select pg_sleep(60) is null").query(Boolean.class).single();
  }

  private static void waitForTheDeadline() {
    Deadline deadline = Objects.requireNonNull(Deadline.current());
    while (!deadline.hasPassed()) {
      LockSupport.parkNanos(10_000_000);
    }
  }
}
