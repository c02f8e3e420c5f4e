package com.salesync.common.invariant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Looks at every invariant in turn. One whose look fails keeps its findings and grows older, which
 * its alert on age reports; the others are looked at all the same.
 */
public final class InvariantMonitor {

  private static final Logger log = LoggerFactory.getLogger(InvariantMonitor.class);

  private static final int MOST_LOGGED = 20;

  private final List<Invariant> invariants;
  private final InvariantRecords records;
  private final InvariantProperties properties;

  InvariantMonitor(
      List<Invariant> invariants, InvariantRecords records, InvariantProperties properties) {
    this.invariants = List.copyOf(invariants);
    this.records = records;
    this.properties = properties;
  }

  /** Lets the age of an invariant that is never looked at count from now. */
  void register() {
    invariants.forEach(invariant -> records.register(invariant.name()));
  }

  /** Looks at what changed since the last look, and at what stands. */
  public void look() {
    for (Invariant invariant : invariants) {
      attempt(
          invariant,
          last ->
              last.lookedAt() == null
                  ? last.now().minus(properties.firstLook())
                  : last.lookedAt().minus(properties.margin()));
    }
  }

  /** Looks at all that changed in the last days, whatever the looks since then have seen. */
  void lookBack() {
    invariants.forEach(
        invariant -> attempt(invariant, last -> last.now().minus(properties.dailyLook())));
  }

  /** Looks at what changed since an instant, such as after a repair of older days. */
  public void lookSince(Instant since) {
    invariants.forEach(invariant -> attempt(invariant, last -> since));
  }

  private interface Start {
    Instant since(InvariantRecords.LastLook last);
  }

  private void attempt(Invariant invariant, Start start) {
    try {
      InvariantRecords.LastLook last = records.lastLook(invariant.name());
      Look look = new Look(start.since(last), records.standing(invariant.name()));
      Collection<Finding> findings = invariant.findings(look);
      List<Finding> fresh = records.record(invariant.name(), last.now(), findings);
      if (!fresh.isEmpty()) {
        log.error(
            "Invariant {} is broken, {} new: {}",
            invariant.name(),
            fresh.size(),
            fresh.subList(0, Math.min(MOST_LOGGED, fresh.size())));
      }
    } catch (RuntimeException unseen) {
      log.warn(
          "Invariant {} could not be looked at: {}",
          invariant.name(),
          NestedExceptionUtils.getMostSpecificCause(unseen).toString());
    }
  }
}
