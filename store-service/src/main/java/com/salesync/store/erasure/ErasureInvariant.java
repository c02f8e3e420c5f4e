package com.salesync.store.erasure;

import com.salesync.common.invariant.Finding;
import com.salesync.common.invariant.Invariant;
import com.salesync.common.invariant.Look;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** ERASURE: no store stays unerased for long after it was due. */
@Component
class ErasureInvariant implements Invariant {

  private static final int MOST_FOUND = 1000;

  private final ClosedStores closedStores;
  private final ErasureProperties properties;
  private final Clock clock;

  ErasureInvariant(ClosedStores closedStores, ErasureProperties properties, Clock clock) {
    this.closedStores = closedStores;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ERASURE";
  }

  @Override
  public Collection<Finding> findings(Look look) {
    Instant latest = clock.instant().minus(properties.after()).minus(properties.overdueAfter());
    return closedStores.closedBefore(latest, 0, MOST_FOUND).stream()
        .map(store -> new Finding(store.id(), store.subject()))
        .toList();
  }
}
