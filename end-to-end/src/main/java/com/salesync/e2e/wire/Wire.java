package com.salesync.e2e.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP wire to a target, whose behaviour can be changed at any moment. */
public final class Wire implements Closeable {

  private static final Duration DELAY = Duration.ofMillis(750);

  /** Less than any head of an answer. */
  private static final int CUT_AFTER_BYTES = 20;

  private static final int QUEUE = 200;

  /** How often a target that is down is looked for. */
  private static final Duration PROBE = Duration.ofMillis(100);

  /** What becomes of one direction of a line. */
  private enum After {
    GOES_ON,
    IS_DEAF,
    IS_CUT
  }

  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private ServerSocket door;
  private boolean closed;
  private final AtomicInteger disturbed = new AtomicInteger();
  private volatile InetSocketAddress target;
  private volatile Behaviour behaviour = Behaviour.PASSES;

  private Wire(ServerSocket door, InetSocketAddress target) {
    this.door = door;
    this.port = door.getLocalPort();
    this.target = target;
  }

  /**
   * Listens on a port of its own until it is closed.
   *
   * @param target where requests go
   */
  public static Wire before(URI target) {
    return before(target.getHost(), target.getPort());
  }

  /** The same for what is no HTTP. */
  public static Wire before(String host, int port) {
    try {
      Wire wire =
          new Wire(
              new ServerSocket(0, QUEUE, InetAddress.getLoopbackAddress()),
              new InetSocketAddress(host, port));
      wire.accept(wire.door);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return port;
  }

  /** From the next connection on. */
  public void leadTo(URI other) {
    target = new InetSocketAddress(other.getHost(), other.getPort());
  }

  /** From the next chunk on. */
  public void behave(Behaviour next) {
    behaviour = next;
    if (next == Behaviour.REFUSES) {
      disturbed.addAndGet(sockets.size());
      shut();
      cutAll();
    } else {
      open();
    }
  }

  /** How many chunks and connections did not come through unharmed so far. */
  public int disturbed() {
    return disturbed.get();
  }

  /** From now on the port refuses, as that of a target that is down does. */
  private synchronized void shut() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void open() {
    if (closed || !door.isClosed()) {
      return;
    }
    try {
      ServerSocket next = new ServerSocket();
      next.setReuseAddress(true);
      next.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), QUEUE);
      door = next;
      accept(next);
    } catch (IOException e) {
      throw new UncheckedIOException("the wire's port was taken meanwhile", e);
    }
  }

  /** On a thread of the system's: closed under a virtual one, a door stays open for a moment. */
  private void accept(ServerSocket at) {
    Thread.ofPlatform().daemon().start(() -> acceptAll(at));
  }

  private void acceptAll(ServerSocket at) {
    while (!at.isClosed()) {
      try {
        Socket client = at.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException shut) {
        // The loop ends with the door.
      }
    }
  }

  private void connect(Socket client) {
    Socket server = new Socket();
    sockets.add(client);
    sockets.add(server);
    try {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      server.connect(target);
    } catch (IOException noTarget) {
      end(client);
      end(server);
      shut();
      openWithTarget();
      return;
    }
    Thread.ofVirtual().start(() -> pass(client, server, false));
    pass(server, client, true);
  }

  private void openWithTarget() {
    while (true) {
      try (Socket probe = new Socket()) {
        Thread.sleep(PROBE);
        probe.connect(target);
        break;
      } catch (IOException stillDown) {
        if (isClosed()) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (behaviour != Behaviour.REFUSES) {
      open();
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void pass(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[8192];
    After after = After.GOES_ON;
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        // What follows a lost chunk never arrives: a stream has no holes.
        if (after == After.GOES_ON) {
          after = passChunk(buffer, read, out, answers);
        }
        if (after == After.IS_CUT) {
          break;
        }
      }
    } catch (IOException cut) {
      // Either end has gone; the other follows.
    }
    end(from);
    // Who is not heard is not heard to hang up either.
    if (after != After.IS_DEAF) {
      end(to);
    }
  }

  private After passChunk(byte[] buffer, int length, OutputStream out, boolean answers)
      throws IOException {
    Behaviour now = behaviour;
    boolean harmed =
        switch (now) {
          case PASSES -> false;
          case DELAYS, REFUSES -> true;
          case SWALLOWS_REQUESTS -> !answers;
          case LOSES_ANSWERS, SWALLOWS_ANSWERS, CUTS_ANSWERS, ANSWERS_ONCE -> answers;
        };
    if (harmed) {
      disturbed.incrementAndGet();
    }
    if (!harmed || now == Behaviour.DELAYS) {
      if (harmed) {
        pause();
      }
      out.write(buffer, 0, length);
      return After.GOES_ON;
    }
    switch (now) {
      case CUTS_ANSWERS -> out.write(buffer, 0, Math.min(length, CUT_AFTER_BYTES));
      case ANSWERS_ONCE -> {
        out.write(buffer, 0, length);
        behave(Behaviour.REFUSES);
      }
      default -> {}
    }
    return now == Behaviour.SWALLOWS_ANSWERS || now == Behaviour.SWALLOWS_REQUESTS
        ? After.IS_DEAF
        : After.IS_CUT;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(DELAY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void cutAll() {
    sockets.forEach(this::end);
  }

  private void end(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException gone) {
      // That is what was wanted.
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    shut();
    cutAll();
  }
}
