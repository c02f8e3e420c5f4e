package com.salesync.e2e.torture.run;

import com.salesync.e2e.client.Outcome;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.history.Attempt;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.History;
import com.salesync.e2e.torture.history.Period;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Plan;
import com.salesync.e2e.torture.plan.PlannedFault;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one table at the end. */
public record Summary(
    Plan plan,
    List<Call> calls,
    List<Period> faults,
    List<Finding> findings,
    List<String> failures) {

  private static final int SHOWN = 40;

  static Summary of(Plan plan, History history, List<Finding> findings, List<String> failures) {
    return new Summary(plan, history.calls(), history.faults(), findings, failures);
  }

  /** Whether nothing was found, and everything that should be tried was. */
  public boolean isGood() {
    return findings.isEmpty() && failures.isEmpty();
  }

  /** For a person. */
  public void print(PrintStream out) {
    operations(out);
    faults(out);
    out.println();
    failures.stream().limit(SHOWN).forEach(failure -> out.println("NOT DONE  " + failure));
    findings.stream().limit(SHOWN).forEach(finding -> out.println("FOUND  " + finding));
    out.printf(
        "%d calls, %d unknowns resolved, %d not; %d faults at work; %d findings. %s%n",
        calls.size(),
        resolved(),
        count(Result.UNKNOWN),
        faults.size(),
        findings.size(),
        isGood() ? "All is well." : "NOT GOOD.");
  }

  /** Calls of which an attempt left open what it did, and which are known now. */
  public long resolved() {
    return calls.stream()
        .filter(call -> call.result() != Result.UNKNOWN)
        .filter(call -> call.attempts().stream().anyMatch(Attempt::leavesOpen))
        .count();
  }

  private long count(Result result) {
    return calls.stream().filter(call -> call.result() == result).count();
  }

  private void operations(PrintStream out) {
    out.printf(
        "%n%-18s%8s%8s%9s%9s%10s%8s%8s%12s%n",
        "operation", "calls", "ok", "refused", "unknown", "attempts", "503", "504", "no answer");
    Map<String, List<Call>> kinds =
        calls.stream()
            .collect(
                Collectors.groupingBy(
                    call -> call.asked().kind().label(), TreeMap::new, Collectors.toList()));
    kinds.forEach(
        (kind, some) ->
            out.printf(
                "%-18s%8d%8d%9d%9d%10d%8d%8d%12d%n",
                kind,
                some.size(),
                some.stream().filter(call -> call.result() == Result.OK).count(),
                some.stream().filter(call -> call.result() == Result.REFUSED).count(),
                some.stream().filter(call -> call.result() == Result.UNKNOWN).count(),
                some.stream().mapToLong(call -> call.attempts().size()).sum(),
                attempts(some, Outcome.UNAVAILABLE),
                attempts(some, Outcome.UNKNOWN),
                attempts(some, Outcome.UNANSWERED)));
  }

  private static long attempts(List<Call> calls, Outcome outcome) {
    return calls.stream()
        .flatMap(call -> call.attempts().stream())
        .filter(attempt -> attempt.outcome() == outcome)
        .count();
  }

  private void faults(PrintStream out) {
    Map<String, Long> planned =
        plan.faults().stream()
            .collect(
                Collectors.groupingBy(PlannedFault::name, TreeMap::new, Collectors.counting()));
    out.printf(
        "%n%-30s%8s%8s%10s%12s%10s%12s%n",
        "fault", "planned", "begun", "effective", "gap (s)", "errors", "well after");
    planned.forEach(
        (name, count) -> {
          List<Period> some = faults.stream().filter(each -> each.fault().equals(name)).toList();
          out.printf(
              "%-30s%8d%8d%10d%12.1f%10d%10.1f s%n",
              name,
              count,
              some.size(),
              some.stream().filter(each -> !each.effect().isEmpty()).count(),
              some.stream().mapToDouble(this::longestGap).max().orElse(0),
              some.stream().mapToLong(this::errors).sum(),
              some.stream().mapToLong(each -> each.recovery().toMillis()).max().orElse(0) / 1e3);
        });
  }

  /** Seconds in which no call of any client succeeded. */
  private double longestGap(Period fault) {
    List<Long> successes =
        calls.stream()
            .flatMap(call -> call.success().stream())
            .map(Attempt::ended)
            .filter(at -> at >= fault.began() && at <= fault.healthy())
            .sorted()
            .toList();
    long last = fault.began();
    long gap = 0;
    for (long each : successes) {
      gap = Math.max(gap, each - last);
      last = each;
    }
    return Math.max(gap, fault.healthy() - last) / 1e9;
  }

  private long errors(Period fault) {
    return calls.stream()
        .flatMap(call -> call.attempts().stream())
        .filter(each -> each.ended() >= fault.began() && each.began() <= fault.healthy())
        .filter(each -> each.leavesOpen() || each.didNothing())
        .count();
  }
}
