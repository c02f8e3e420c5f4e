package com.salesync.e2e.torture.fault;

import com.salesync.e2e.wire.Behaviour;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.standin.Conduct;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All faults, by the names that {@code --faults} takes. */
public final class Faults {

  /** Longer than anyone waits for an answer of SNS. */
  private static final Duration LATE = Duration.ofSeconds(7);

  /** Needs a small disk under PostgreSQL's data. */
  public static final String DISK_FULL = "database-disk-full";

  private static final Map<String, Fault> ALL = new LinkedHashMap<>();

  static {
    for (Part part : Part.values()) {
      String name = part.label().replace("-service", "").replace("bff-", "");
      ALL.put("kill-" + name, ProcessFaults.kill(part));
      ALL.put("freeze-" + name, ProcessFaults.freeze(part));
    }
    ALL.put("stop-postgres", ProcessFaults.stop(Part.POSTGRES));
    ALL.put("stop-kafka", ProcessFaults.stop(Part.KAFKA));
    ALL.put("restart-rolling", ProcessFaults.rollingRestart());
    ALL.put("restart-all", ProcessFaults.powerCut());
    ALL.put("zone-new-york", ProcessFaults.otherZone("America/New_York"));
    for (Behaviour behaviour : Behaviour.values()) {
      if (behaviour != Behaviour.PASSES) {
        String name = behaviour.name().toLowerCase(Locale.ROOT).replace('_', '-');
        ALL.put("clients-" + name, NetworkFaults.clients(behaviour));
        ALL.put("services-" + name, NetworkFaults.between(Part::isService, behaviour));
        ALL.put(
            "database-" + name, NetworkFaults.between(part -> part == Part.POSTGRES, behaviour));
        ALL.put("topic-" + name, NetworkFaults.between(part -> part == Part.KAFKA, behaviour));
      }
    }
    ALL.put("database-connections", ServerFaults.outOfConnections());
    ALL.put("database-lock", ServerFaults.lock());
    ALL.put("database-slow-commits", ServerFaults.slowCommits());
    ALL.put("database-sessions", ServerFaults.cutSessions());
    ALL.put(DISK_FULL, DiskFaults.full());
    ALL.put("topic-duplicates", TopicFaults.duplicates());
    ALL.put("topic-poison", TopicFaults.poison());
    ALL.put("topic-cut", TopicFaults.cut());
    ALL.put("model-slow", NeighbourFaults.model(Conduct.slow(LATE)));
    ALL.put("model-failing", NeighbourFaults.model(Conduct.failing(500)));
    ALL.put("model-rubbish", NeighbourFaults.model(Conduct.RUBBISH));
    ALL.put("model-cut", NeighbourFaults.model(Conduct.CUT));
    ALL.put("sms-late", NeighbourFaults.sms(Conduct.slow(LATE)));
    ALL.put("sms-failing", NeighbourFaults.sms(Conduct.failing(503)));
    ALL.put("sms-rubbish", NeighbourFaults.sms(Conduct.RUBBISH));
    ALL.put("sms-cut", NeighbourFaults.sms(Conduct.CUT));
    ALL.put("taps", NeighbourFaults.taps());
    ALL.put("slow-senders", NetworkFaults.slowSenders());
  }

  private Faults() {}

  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * The names that begin with one of these words, all without any.
   *
   * @throws IllegalArgumentException for a word with which none begins
   */
  public static List<String> named(List<String> words) {
    if (words.isEmpty()) {
      return names();
    }
    List<String> chosen = new ArrayList<>();
    for (String word : words) {
      List<String> found = names().stream().filter(name -> name.startsWith(word)).toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "There is no fault '%s'; there are %s.".formatted(word, String.join(", ", names())));
      }
      chosen.addAll(found);
    }
    return chosen.stream().distinct().toList();
  }

  /**
   * The fault of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Fault of(String name) {
    Fault fault = ALL.get(name);
    if (fault == null) {
      throw new IllegalArgumentException(name);
    }
    return fault;
  }
}
