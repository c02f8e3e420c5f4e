package com.salesync.e2e.torture.fault;

import com.salesync.e2e.torture.fault.Wires.Edge;
import com.salesync.e2e.wire.Behaviour;
import com.salesync.e2e.wire.Wire;
import com.salesync.localstack.part.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What befalls wires. */
final class NetworkFaults {

  private static final int SLOW_SENDERS = 200;

  private NetworkFaults() {}

  /** Between all clients and the gateway. */
  static Fault clients(Behaviour behaviour) {
    return (site, pick) -> disturb(site.front(), behaviour, "clients->gateway");
  }

  /** Between one caller and one callee of this kind. */
  static Fault between(Predicate<Part> callee, Behaviour behaviour) {
    return (site, pick) -> {
      List<Edge> edges = site.wires().to(callee);
      Edge edge = edges.get(pick % edges.size());
      return disturb(site.wires().of(edge), behaviour, edge.toString());
    };
  }

  private static Strike disturb(Wire wire, Behaviour behaviour, String where) {
    int before = wire.disturbed();
    wire.behave(behaviour);
    return new Strike() {
      private int disturbed;

      @Override
      public void end() {
        wire.behave(Behaviour.PASSES);
        disturbed = wire.disturbed() - before;
      }

      @Override
      public String effect() {
        return disturbed > 0 ? "%s, %d times".formatted(where, disturbed) : "";
      }
    };
  }

  /** Many connections from another address whose requests never come to their end. */
  static Fault slowSenders() {
    return (site, pick) -> {
      List<Socket> senders = new ArrayList<>();
      for (int i = 0; i < SLOW_SENDERS; i++) {
        senders.add(slowSender(site.stack().gatewayUrl()));
      }
      return Strike.of(
          () -> senders.forEach(NetworkFaults::close), SLOW_SENDERS + " unfinished requests");
    };
  }

  private static Socket slowSender(URI gateway) {
    try {
      Socket socket = new Socket();
      // Another address of this machine: tills are not to be taken for them.
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.getPort()));
      socket
          .getOutputStream()
          .write(
              "POST /stores/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
                  .getBytes(StandardCharsets.US_ASCII));
      return socket;
    } catch (IOException e) {
      throw new Impossible("no second loopback address: " + e.getMessage());
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // The gateway has hung up first.
    }
  }
}
