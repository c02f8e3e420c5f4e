package com.salesync.localstack.part;

import com.salesync.localstack.process.Ports;
import com.salesync.localstack.process.StackFailure;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Where each part listens. A service that is not started has an address too, which refuses. No
 * other stack gets these ports before {@link #close()}.
 */
public final class Addresses implements AutoCloseable {

  private static final int MANAGEMENT_OFFSET = 100;
  private static final int REPLICA_OFFSET = 200;

  /** Of the gateway when it does not listen at the port that people know. */
  private static final int GATEWAY = 18_087;

  private static final int KAFKA_CONTROLLER = 19_093;
  private static final int KAFKA_LISTENER = 19_094;
  private static final int SMS_INBOX = 18_090;
  private static final int MODEL = 18_091;

  private final Ports held;
  private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
  private final SortedMap<Replica, Integer> own = new TreeMap<>();
  private final Map<Replica, Integer> managementPorts = new HashMap<>();
  private final Map<Replica, Map<Part, Integer>> routed = new HashMap<>();
  private final SortedMap<Integer, Integer> kafkaListeners = new TreeMap<>();
  private final int kafkaController;
  private final int smsInbox;
  private final int model;

  /**
   * Chooses the ports.
   *
   * @param replicas how many a part has; more than one listen behind the part's port
   * @throws StackFailure when the gateway's port was asked for and is taken
   */
  public Addresses(
      int gatewayPort, boolean random, ToIntFunction<Part> replicas, Optional<Route> route) {
    held = new Ports(random);
    if (gatewayPort != 0 && !held.takeExactly(gatewayPort)) {
      throw new StackFailure(
          "Port %d is taken by another program or another stack: stop that, or choose another port with --port %d."
              .formatted(gatewayPort, gatewayPort + 1));
    }
    for (Part part : Part.values()) {
      int preferred = part == Part.GATEWAY ? GATEWAY : part.preferredPort();
      boolean known = part == Part.GATEWAY && gatewayPort != 0;
      ports.put(part, known ? gatewayPort : held.take(preferred));
      take(part, preferred, replicas.applyAsInt(part));
    }
    kafkaController = held.take(KAFKA_CONTROLLER);
    smsInbox = held.take(SMS_INBOX);
    model = held.take(MODEL);
    route.ifPresent(this::lay);
  }

  private void take(Part part, int preferred, int replicas) {
    Replica.of(part, replicas)
        .forEach(
            replica -> {
              int base = preferred + REPLICA_OFFSET * replica.number();
              own.put(replica, replicas == 1 ? port(part) : held.take(base));
              managementPorts.put(replica, held.take(base - REPLICA_OFFSET + MANAGEMENT_OFFSET));
            });
  }

  private void lay(Route route) {
    own.keySet().stream().filter(each -> each.part().isService()).forEach(each -> lay(route, each));
  }

  private void lay(Route route, Replica caller) {
    Map<Part, Integer> given = new EnumMap<>(Part.class);
    Arrays.stream(Part.values())
        .filter(callee -> callee != Part.GATEWAY && callee != caller.part())
        .filter(callee -> callee != Part.POSTGRES || caller.part().schema().isPresent())
        .forEach(callee -> given.put(callee, lay(route, caller, callee)));
    routed.put(caller, given);
  }

  private int lay(Route route, Replica caller, Part callee) {
    if (callee != Part.KAFKA) {
      return route.port(caller, callee, port(callee));
    }
    int listener = held.take(KAFKA_LISTENER);
    int advertised = route.port(caller, callee, listener);
    kafkaListeners.put(listener, advertised);
    return advertised;
  }

  /** Where others reach a part, whichever of its replicas answers. */
  public int port(Part part) {
    return ports.getOrDefault(part, 0);
  }

  /** Where this very process listens. */
  public int port(Replica replica) {
    return own.getOrDefault(replica, 0);
  }

  /** Where a caller is told that a part is. */
  int port(Replica caller, Part callee) {
    return routed.getOrDefault(caller, Map.of()).getOrDefault(callee, port(callee));
  }

  /** For Kafka, where its health is asked for. */
  public int managementPort(Replica replica) {
    return managementPorts.getOrDefault(replica, 0);
  }

  /** The replicas of a part; one unless it was asked for more. */
  public List<Replica> replicas(Part part) {
    return own.keySet().stream().filter(replica -> replica.part() == part).toList();
  }

  public int kafkaController() {
    return kafkaController;
  }

  /** Further ports of the broker, each with the one that it advertises there. */
  public SortedMap<Integer, Integer> kafkaListeners() {
    return Collections.unmodifiableSortedMap(kafkaListeners);
  }

  public int smsInbox() {
    return smsInbox;
  }

  /** For the model that stands in for OpenAI's. */
  public int model() {
    return model;
  }

  public String kafka() {
    return "127.0.0.1:" + port(Part.KAFKA);
  }

  public URI url(Part part) {
    return url(port(part));
  }

  public URI url(Replica replica) {
    return url(port(replica));
  }

  public URI managementUrl(Replica replica) {
    return url(managementPort(replica));
  }

  static URI url(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    held.close();
  }
}
