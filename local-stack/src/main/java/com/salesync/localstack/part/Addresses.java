package com.salesync.localstack.part;

import com.salesync.localstack.process.Ports;
import com.salesync.localstack.process.StackFailure;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where each part listens. A service that is not started has an address too, which refuses. No
 * other stack gets these ports before {@link #close()}.
 */
public final class Addresses implements AutoCloseable {

  private static final int MANAGEMENT_OFFSET = 100;
  private static final int GATEWAY_MANAGEMENT = 18187;
  private static final int KAFKA_CONTROLLER = 19093;
  private static final int SMS_INBOX = 18090;

  private final Ports held;
  private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
  private final Map<Part, Integer> managementPorts = new EnumMap<>(Part.class);
  private final int kafkaController;
  private final int smsInbox;

  /**
   * Chooses the ports.
   *
   * @throws StackFailure when the gateway's port was asked for and is taken
   */
  public Addresses(int gatewayPort, boolean random) {
    held = new Ports(random);
    if (gatewayPort != 0 && !held.takeExactly(gatewayPort)) {
      throw new StackFailure(
          "Port %d is taken by another program or another stack: stop that, or choose another port with --port %d."
              .formatted(gatewayPort, gatewayPort + 1));
    }
    for (Part part : Part.values()) {
      if (part != Part.GATEWAY) {
        ports.put(part, held.take(part.preferredPort()));
        managementPorts.put(part, held.take(part.preferredPort() + MANAGEMENT_OFFSET));
      }
    }
    managementPorts.put(Part.GATEWAY, held.take(GATEWAY_MANAGEMENT));
    kafkaController = held.take(KAFKA_CONTROLLER);
    smsInbox = held.take(SMS_INBOX);
    ports.put(Part.GATEWAY, gatewayPort == 0 ? held.take(18_087) : gatewayPort);
  }

  public int port(Part part) {
    return ports.getOrDefault(part, 0);
  }

  /** For Kafka, where its health is asked for. */
  public int managementPort(Part part) {
    return managementPorts.getOrDefault(part, 0);
  }

  public int kafkaController() {
    return kafkaController;
  }

  public int smsInbox() {
    return smsInbox;
  }

  public String kafka() {
    return "127.0.0.1:" + port(Part.KAFKA);
  }

  public URI url(Part part) {
    return URI.create("http://127.0.0.1:" + port(part));
  }

  public URI managementUrl(Part part) {
    return URI.create("http://127.0.0.1:" + managementPort(part));
  }

  @Override
  public void close() {
    held.close();
  }
}
