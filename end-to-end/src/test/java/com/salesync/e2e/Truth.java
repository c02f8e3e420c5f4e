package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Outcome;
import com.salesync.localstack.part.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what clients were told with what is there once nothing is under way any more. */
final class Truth {

  private static final String ROW = "%-20s%8s%9s%13s%9s%8s%12s%n";

  private static final int READERS = 8;

  /** Counts per outcome, and how many of those are there. */
  private static final class Row {
    private final Map<Outcome, Integer> told = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Integer> happened = new EnumMap<>(Outcome.class);

    String count(Outcome outcome) {
      int all = told.getOrDefault(outcome, 0);
      int there = happened.getOrDefault(outcome, 0);
      return all == 0 ? "0" : all + ":" + there;
    }
  }

  private final Map<Part, Row> rows = new EnumMap<>(Part.class);
  private final Map<String, Integer> failures = new TreeMap<>();
  private final List<String> lies = new ArrayList<>();

  private Truth() {}

  /** Looks for each write's effect; what is in flight must have ended. */
  static Truth of(List<Reply> all) {
    Truth truth = new Truth();
    Parallel.calls(
        READERS,
        reader -> {
          for (int i = reader; i < all.size(); i += READERS) {
            truth.add(all.get(i), all.get(i).write().happened().getAsBoolean());
          }
          return reader;
        });
    return truth;
  }

  private synchronized void add(Reply reply, boolean happened) {
    Row row = rows.computeIfAbsent(reply.victim(), none -> new Row());
    row.told.merge(reply.outcome(), 1, Integer::sum);
    if (happened) {
      row.happened.merge(reply.outcome(), 1, Integer::sum);
    }
    String what = reply + (happened ? " is there" : " is not there");
    if (reply.outcome().isUntrue(happened)) {
      lies.add(what + " " + reply.detail());
    }
    if (reply.outcome() != Outcome.DONE) {
      failures.merge(what, 1, Integer::sum);
    }
  }

  /** What was told and, behind the colon, how much of that is there; then each kind of failure. */
  Truth print(String title) {
    System.out.println(title + " (told:there)");
    System.out.printf(ROW, "", "2xx", "refused", "503", "504", "5xx", "no answer");
    rows.forEach(
        (part, row) ->
            System.out.printf(
                ROW,
                part.label(),
                row.count(Outcome.DONE),
                row.count(Outcome.REFUSED),
                row.count(Outcome.UNAVAILABLE),
                row.count(Outcome.UNKNOWN),
                row.count(Outcome.BROKEN),
                row.count(Outcome.UNANSWERED)));
    failures.forEach((what, count) -> System.out.printf("  %4d x %s%n", count, what));
    return this;
  }

  void assertTold() {
    assertThat(lies).as("answers that are not true").isEmpty();
  }
}
