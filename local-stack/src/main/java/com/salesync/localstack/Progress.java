package com.salesync.localstack;

import com.salesync.localstack.process.ManagedProcess;
import com.salesync.localstack.process.ManagedProcess.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether processes that are being started still get on: one of them enters another state, writes
 * to its log, or computes. A slow machine is no reason to give up, a start that hangs is.
 */
final class Progress {

  /** How long nothing may happen. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** In that time; a process that only waits uses less. */
  private static final Duration NEGLIGIBLE = Duration.ofSeconds(2);

  /**
   * How far a process has come.
   *
   * @param launched false while the launcher itself prepares its start
   * @param written bytes of its log
   * @param computed processor time of what it runs
   */
  record Mark(State state, boolean launched, int restarts, long written, Duration computed) {

    static Mark of(ManagedProcess process) {
      return new Mark(
          process.state(),
          process.pid().isPresent(),
          process.restarts(),
          process.log().toFile().length(),
          process.processorTime());
    }

    private boolean isBeyond(Mark earlier) {
      return !launched
          || state != earlier.state
          || restarts != earlier.restarts
          || written != earlier.written
          || computed.minus(earlier.computed).compareTo(NEGLIGIBLE) >= 0;
    }
  }

  private final Collection<ManagedProcess> processes;
  private final Function<ManagedProcess, Mark> look;
  private @Nullable List<Mark> marks;
  private Instant lastProgress = Instant.MIN;

  Progress(Collection<ManagedProcess> processes) {
    this(processes, Mark::of);
  }

  Progress(Collection<ManagedProcess> processes, Function<ManagedProcess, Mark> look) {
    this.processes = List.copyOf(processes);
    this.look = look;
  }

  /** True when those that are not ready have done nothing for longer than {@link #PATIENCE}. */
  boolean hasStopped(Instant now) {
    List<Mark> next = processes.stream().map(look).toList();
    if (marks == null || isAnyBeyond(next, marks)) {
      marks = next;
      lastProgress = now;
    }
    return Duration.between(lastProgress, now).compareTo(PATIENCE) > 0;
  }

  private static boolean isAnyBeyond(List<Mark> next, List<Mark> marks) {
    for (int i = 0; i < next.size(); i++) {
      boolean stays = next.get(i).state == State.READY && marks.get(i).state == State.READY;
      if (!stays && next.get(i).isBeyond(marks.get(i))) {
        return true;
      }
    }
    return false;
  }
}
