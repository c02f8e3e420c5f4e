package com.salesync.e2e.torture.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order of operations, each at a moment of its own time, that explains all of them:
 * the search of Wing and Gong, which remembers where it has been.
 */
public final class Search<S> {

  /** Beyond this it is not known, which a run says aloud. */
  private static final int MOST_STEPS = 2_000_000;

  private record Seen<S>(BitSet done, S state) {}

  /** Thrown away with the search. */
  public static final class Undecided extends RuntimeException {}

  private final List<Operation<S>> operations;
  private final Set<Seen<S>> seen = new HashSet<>();
  private BitSet furthest = new BitSet();
  private Optional<S> furthestState = Optional.empty();

  private Search(List<Operation<S>> operations) {
    this.operations =
        operations.stream().sorted(Comparator.comparingLong(Operation::from)).toList();
  }

  /**
   * Nothing if there is an explanation; else how far one got and what could not follow.
   *
   * @throws Undecided if that would take too long
   */
  public static <S> Optional<String> unexplained(S initial, List<Operation<S>> operations) {
    Search<S> search = new Search<>(operations);
    return search.explains(new BitSet(), initial)
        ? Optional.empty()
        : Optional.of(search.describe(initial));
  }

  private boolean explains(BitSet done, S state) {
    long bound = Long.MAX_VALUE;
    boolean all = true;
    for (int i = 0; i < operations.size(); i++) {
      if (!done.get(i) && !operations.get(i).optional()) {
        all = false;
        bound = Math.min(bound, operations.get(i).until());
      }
    }
    if (all) {
      return true;
    }
    if (!seen.add(new Seen<>((BitSet) done.clone(), state))) {
      return false;
    }
    if (seen.size() > MOST_STEPS) {
      throw new Undecided();
    }
    if (done.cardinality() >= furthest.cardinality()) {
      furthest = (BitSet) done.clone();
      furthestState = Optional.of(state);
    }
    for (int i = 0; i < operations.size() && operations.get(i).from() < bound; i++) {
      if (!done.get(i) && explainsAfter(i, done, state)) {
        return true;
      }
    }
    return false;
  }

  private boolean explainsAfter(int i, BitSet done, S state) {
    Operation<S> operation = operations.get(i);
    for (S next : operation.apply().apply(state)) {
      if (operation.optional() && next.equals(state)) {
        continue;
      }
      done.set(i);
      if (explains(done, next)) {
        return true;
      }
      done.clear(i);
    }
    return false;
  }

  private String describe(S initial) {
    List<String> lines = new ArrayList<>();
    lines.add("no order of these explains the answers");
    for (int i = 0; i < operations.size(); i++) {
      Operation<S> each = operations.get(i);
      lines.add(
          (furthest.get(i) ? "    explained  " : "    ?          ")
              + (each.optional() ? "(maybe) " : "")
              + each.label());
    }
    lines.add("    after the explained ones: " + furthestState.orElse(initial));
    return String.join("\n", lines);
  }
}
