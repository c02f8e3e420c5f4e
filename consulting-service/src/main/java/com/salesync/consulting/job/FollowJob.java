package com.salesync.consulting.job;

import com.salesync.common.neighbour.UserHeaders;
import com.salesync.common.security.Tenant;
import com.salesync.consulting.client.AnswerLookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How far a job has come, for its owner. */
@Component
public class FollowJob {

  /** Longer than a message is on its way, also after a broker's death. */
  private static final Duration LOST_AFTER = Duration.ofSeconds(30);

  private final Jobs jobs;
  private final JobEvents events;
  private final AnswerLookup answers;
  private final TransactionOperations transactions;
  private final Clock clock;

  FollowJob(
      Jobs jobs,
      JobEvents events,
      AnswerLookup answers,
      TransactionOperations transactions,
      Clock clock) {
    this.jobs = jobs;
    this.events = events;
    this.answers = answers;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Empty for another store's request as for one that never was. */
  public Optional<Job> findJob(Tenant tenant, UUID reqId) {
    return jobs.find(tenant.storeId(), reqId);
  }

  /**
   * Whether the owner can have the answer of a completed job. What the broker has may be far from
   * the dashboard yet, so the dashboard is asked; what it has not got yet is not asked for, and
   * what it still lacks long after is sent again: a broker may lose what it had confirmed.
   */
  public boolean hasArrived(Job job, UserHeaders owner) {
    if (jobs.isInOutbox(job.storeId(), job.reqId())) {
      return false;
    }
    return switch (answers.look(owner, job.reqId())) {
      case THERE -> true;
      case MISSING -> {
        sendAgainIfLost(job);
        yield false;
      }
      case UNKNOWN -> false;
    };
  }

  private void sendAgainIfLost(Job job) {
    Instant now = clock.instant();
    transactions.executeWithoutResult(
        status ->
            jobs.sendEndAgain(job.storeId(), job.reqId(), now.minus(LOST_AFTER), now)
                .ifPresent(events::addEnded));
  }
}
