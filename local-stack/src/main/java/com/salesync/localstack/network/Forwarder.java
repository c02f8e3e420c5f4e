package com.salesync.localstack.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The port of a service with several replicas, as a Kubernetes Service has one: each connection
 * goes to the next replica that takes work, and stays there. While none does, the port refuses, so
 * that a caller knows that nothing was done.
 *
 * <p>A replica that refuses the connection, since it has died a moment ago, is passed over.
 */
public final class Forwarder implements AutoCloseable {

  /**
   * A replica.
   *
   * @param port of the loopback address
   */
  public record Target(int port, BooleanSupplier takesWork) {}

  private record Door(ServerSocket socket, Thread acceptor) {

    /** Nobody is let in any more once this returns. */
    private void close() throws IOException {
      socket.close();
      try {
        acceptor.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final Duration POLL = Duration.ofMillis(50);
  private static final int CONNECT_MILLIS = 1_000;
  private static final int BACKLOG = 200;

  private final InetSocketAddress address;
  private final List<Target> targets;
  private final AtomicInteger next = new AtomicInteger();
  private final Thread poll;
  private @Nullable Door door;
  private boolean closed;

  /** Refuses until one of {@code targets} takes work. */
  public Forwarder(int port, List<Target> targets) {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.targets = List.copyOf(targets);
    this.poll = Thread.ofVirtual().name("forwarder-" + port).start(this::poll);
  }

  private void poll() {
    try {
      while (true) {
        Thread.sleep(POLL);
        try {
          update();
        } catch (UncheckedIOException tryAgain) {
          // Whoever waits for the port calls update() and gets to know.
        }
      }
    } catch (InterruptedException theEnd) {
      // Closed.
    }
  }

  /**
   * Opens or closes the port as the replicas are now, which is done by itself soon after they
   * change.
   *
   * @throws UncheckedIOException when the port cannot be opened
   */
  public synchronized void update() {
    boolean isAnyThere = targets.stream().anyMatch(target -> target.takesWork().getAsBoolean());
    try {
      if (isAnyThere && door == null && !closed) {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(address, BACKLOG);
        door = new Door(opened, Thread.ofVirtual().start(() -> accept(opened)));
      } else if (!isAnyThere && door != null) {
        door.close();
        door = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen at " + address, e);
    }
  }

  private void accept(ServerSocket from) {
    try (from) {
      while (true) {
        Socket client = from.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException refusesFromNowOn) {
      // Closed by update().
    }
  }

  private void serve(Socket client) {
    Optional<Socket> found = connect();
    if (found.isEmpty()) {
      reset(client);
      return;
    }
    Socket server = found.get();
    Thread.ofVirtual().start(() -> pass(server, client));
    pass(client, server);
  }

  private Optional<Socket> connect() {
    int first = next.getAndIncrement();
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(Math.floorMod(first + i, targets.size()));
      if (target.takesWork().getAsBoolean()) {
        Socket server = new Socket();
        try {
          server.connect(
              new InetSocketAddress(address.getAddress(), target.port()), CONNECT_MILLIS);
          return Optional.of(server);
        } catch (IOException refused) {
          reset(server);
        }
      }
    }
    return Optional.empty();
  }

  /** What one side has said in full ends that direction only; a broken line ends both. */
  private static void pass(Socket from, Socket to) {
    try {
      to.setTcpNoDelay(true);
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
      if (from.isOutputShutdown()) {
        from.close();
        to.close();
      }
    } catch (IOException broken) {
      reset(from);
      reset(to);
    }
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyGone) {
      // As it should be.
    }
  }

  /** Refuses from now on; connections that are open stay until either end has gone. */
  @Override
  public synchronized void close() {
    closed = true;
    poll.interrupt();
    try {
      if (door != null) {
        door.close();
        door = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
