package com.salesync.e2e.torture.plan;

import java.util.List;
import java.util.Set;

/**
 * One thing that a client will do.
 *
 * @param at milliseconds after the beginning; later if the client is still busy then
 * @param table of the shop
 * @param pick chooses among what there is by then, for instance which sale to void
 */
public record Step(long at, Kind kind, int table, List<Line> lines, int pick, Set<How> how) {

  /** What is special about it. */
  public enum How {
    /** It carries a key, with which it is repeated until its outcome is known. */
    KEYED,
    /** Its first answer is lost on the way. */
    LOSES_ANSWER,
    /** It is not repeated after a 503. */
    GIVES_UP,
    /** It names another total than is owed. */
    WRONG,
    /** It is sent twice at once. */
    TWICE,
    /** It insists on what this client saw last. */
    IF_MATCH
  }

  public Step {
    lines = List.copyOf(lines);
    how = Set.copyOf(how);
  }

  public boolean is(How what) {
    return how.contains(what);
  }

  /** The same on any machine. */
  @Override
  public String toString() {
    return "%d %s %d %s %d %s"
        .formatted(at, kind, table, lines, pick, how.stream().sorted().toList());
  }
}
