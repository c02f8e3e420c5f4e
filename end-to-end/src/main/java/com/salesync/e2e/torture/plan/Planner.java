package com.salesync.e2e.torture.plan;

import com.salesync.e2e.torture.plan.Step.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Makes plans: equal ones of equal arguments, on any machine. */
public final class Planner {

  /** Things on the menu of every shop whose prices stay. */
  public static final int MENU = 4;

  /** How long a table is used before guests move on to the next. */
  static final Duration EPOCH = Duration.ofSeconds(20);

  /** After this time other shops take over, so that no history of one grows for ever. */
  private static final Duration GENERATION = Duration.ofMinutes(8);

  private static final int SHOPS = 3;

  /** Of the last shop of each generation, whose business day turns while it is open. */
  private static final List<String> ZONES =
      List.of("America/St_Johns", "Asia/Seoul", "Pacific/Chatham", "Africa/Cairo");

  private static final int SESSIONS = 3;
  private static final int CLIENTS = 4;

  /** Tables of a shop in use at a time. */
  private static final int TABLES = 3;

  private static final int MOST_PIECES = 6;
  private static final int MOST_LINES = 3;

  /** Between a client's steps, on average; the least is a quarter of it. */
  private static final long PAUSE_MILLIS = 900;

  private static final Duration LEAST_FAULT = Duration.ofSeconds(4);
  private static final Duration MOST_FAULT = Duration.ofSeconds(14);

  /** Twice this before the first fault, about once between two. */
  public static final Duration CALM = Duration.ofSeconds(9);

  private final Weights weights = Weights.committed();
  private final Duration length;
  private final SplittableRandom random;

  private Planner(long seed, Duration length) {
    this.length = length;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Plans a run.
   *
   * @param faults the names of those that may befall
   */
  public static Plan plan(long seed, Duration length, List<String> faults) {
    Planner planner = new Planner(seed, length);
    // Each part draws from a source of its own: other faults leave the steps as they are.
    SplittableRandom ofShops = planner.random.split();
    SplittableRandom ofFaults = planner.random.split();
    return new Plan(
        seed, length, planner.shops(ofShops), planner.faults(ofFaults, List.copyOf(faults)));
  }

  private List<PlannedShop> shops(SplittableRandom source) {
    List<PlannedShop> shops = new ArrayList<>();
    for (long opens = 0; opens < length.toMillis(); opens += GENERATION.toMillis()) {
      long closes = Math.min(length.toMillis(), opens + GENERATION.toMillis());
      for (int i = 0; i < SHOPS; i++) {
        boolean turns = i == SHOPS - 1;
        PlannedDay day =
            turns
                ? new PlannedDay(
                    ZONES.get(shops.size() / SHOPS % ZONES.size()), (opens + closes) / 2)
                : new PlannedDay("Asia/Seoul", PlannedDay.MIDNIGHT);
        shops.add(shop(shops.size(), opens, day, closes, source.split()));
      }
    }
    return shops;
  }

  private PlannedShop shop(
      int number, long opens, PlannedDay day, long closes, SplittableRandom source) {
    Set<String> placed = new HashSet<>();
    List<Script> scripts = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      // The first session belongs to two clients.
      int session = Math.max(0, client - 1);
      scripts.add(new Script(session, steps(session, opens, closes, source.split(), placed)));
    }
    return new PlannedShop(number, opens, day, SESSIONS, scripts);
  }

  private List<Step> steps(
      int session, long opens, long closes, SplittableRandom source, Set<String> placed) {
    List<Step> steps = new ArrayList<>();
    long at = opens + source.nextLong(PAUSE_MILLIS);
    while (at < closes) {
      steps.add(step(session, at, opens, source, placed));
      at += PAUSE_MILLIS / 4 + source.nextLong(PAUSE_MILLIS * 3 / 2);
    }
    return steps;
  }

  private Step step(int session, long at, long opens, RandomGenerator source, Set<String> placed) {
    Kind kind = weights.draw(source);
    long epoch = (at - opens) / EPOCH.toMillis();
    int table = Math.toIntExact(1 + source.nextInt(TABLES) + TABLES * epoch);
    EnumSet<How> how = how(kind, session, source);
    List<Line> lines = lines(source);
    // Two equal orders of a session at a table would be one: then nobody could say how many.
    while (kind == Kind.PLACE && !placed.add(session + "/" + table + "/" + lines)) {
      lines = lines(source);
    }
    return new Step(at, kind, table, lines, source.nextInt(Integer.MAX_VALUE), how);
  }

  private static EnumSet<How> how(Kind kind, int session, RandomGenerator source) {
    EnumSet<How> how = EnumSet.noneOf(How.class);
    add(how, How.KEYED, source, 70);
    add(how, How.LOSES_ANSWER, source, 6);
    add(how, How.GIVES_UP, source, 50);
    add(how, How.WRONG, source, 10);
    add(how, How.TWICE, source, 8);
    add(how, How.IF_MATCH, source, 40);
    boolean shared = session == 0;
    if (kind == Kind.PLACE && shared && !how.contains(How.KEYED)) {
      // What the session's other client writes in between makes the second one a new order.
      how.remove(How.TWICE);
    }
    return how;
  }

  private static void add(Set<How> how, How what, RandomGenerator source, int percent) {
    if (source.nextInt(100) < percent) {
      how.add(what);
    }
  }

  private static List<Line> lines(RandomGenerator source) {
    List<Line> lines = new ArrayList<>();
    int first = source.nextInt(MENU);
    int count = 1 + source.nextInt(MOST_LINES);
    for (int i = 0; i < count; i++) {
      lines.add(new Line((first + i) % MENU, 1 + source.nextInt(MOST_PIECES)));
    }
    return lines;
  }

  private List<PlannedFault> faults(RandomGenerator source, List<String> names) {
    List<PlannedFault> faults = new ArrayList<>();
    if (names.isEmpty()) {
      return faults;
    }
    long at = 2 * CALM.toMillis();
    List<String> bag = new ArrayList<>();
    while (at < length.toMillis() - MOST_FAULT.toMillis()) {
      if (bag.isEmpty()) {
        bag.addAll(names);
      }
      String name = bag.remove(source.nextInt(bag.size()));
      long lasts = source.nextLong(LEAST_FAULT.toMillis(), MOST_FAULT.toMillis());
      faults.add(
          new PlannedFault(at, name, Duration.ofMillis(lasts), source.nextInt(Integer.MAX_VALUE)));
      at += lasts + CALM.toMillis() / 3 + source.nextLong(CALM.toMillis());
    }
    return faults;
  }
}
