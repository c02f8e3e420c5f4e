package com.salesync.e2e.torture.run;

import com.salesync.e2e.torture.fault.Faults;
import com.salesync.e2e.torture.fault.Impossible;
import com.salesync.e2e.torture.fault.Site;
import com.salesync.e2e.torture.fault.Strike;
import com.salesync.e2e.torture.history.History;
import com.salesync.e2e.torture.history.Period;
import com.salesync.e2e.torture.plan.PlannedFault;
import com.salesync.e2e.torture.till.Pauses;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Lets the planned faults befall the stack, one after the other, each once all is well again. */
final class Affliction {

  private final Site site;
  private final Health health;
  private final History history;
  private final Consumer<String> progress;
  private final List<String> failures = new CopyOnWriteArrayList<>();

  Affliction(Site site, Health health, History history, Consumer<String> progress) {
    this.site = site;
    this.health = health;
    this.history = history;
    this.progress = progress;
  }

  /**
   * Returns after the last one; those that come too late are left out.
   *
   * @param zero when the plan began, on the history's clock
   * @param length of the plan
   */
  void befall(List<PlannedFault> faults, long zero, Duration length) {
    for (PlannedFault planned : faults) {
      long left = zero + TimeUnit.MILLISECONDS.toNanos(planned.at()) - history.now();
      if (left > 0) {
        Pauses.pause(Duration.ofNanos(left));
      }
      if (history.now() - zero > length.minus(planned.lasts()).toNanos()) {
        return;
      }
      try {
        befall(planned);
      } catch (RuntimeException e) {
        failures.add("fault %s: %s".formatted(planned.name(), e));
      }
    }
  }

  /** Faults that could not begin or end. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private void befall(PlannedFault planned) {
    long began = history.now();
    Strike strike;
    try {
      strike = Faults.of(planned.name()).begin(site, planned.pick());
    } catch (Impossible e) {
      progress.accept("         %s is left out: %s".formatted(planned.name(), e.getMessage()));
      return;
    }
    try {
      Pauses.pause(planned.lasts());
    } finally {
      strike.end();
    }
    long ended = history.now();
    List<String> ill = health.await();
    if (!ill.isEmpty()) {
      failures.add(
          "not well %d s after %s: %s".formatted(health.limit().toSeconds(), planned.name(), ill));
    }
    Period period = new Period(planned.name(), began, ended, history.now(), strike.effect());
    history.fault(period);
    progress.accept(
        "%6.0f s  %-28s %5.1f s, well again after %5.1f s  %s"
            .formatted(
                began / 1e9,
                period.fault(),
                (ended - began) / 1e9,
                period.recovery().toMillis() / 1e3,
                period.effect().isEmpty() ? "(had no effect)" : period.effect()));
  }
}
