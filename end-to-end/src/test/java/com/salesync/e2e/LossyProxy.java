package com.salesync.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire that lets requests through and, while it is told to, cuts the line at each answer. */
final class LossyProxy implements Closeable {

  private final ServerSocket door;
  private final URI target;
  private final AtomicInteger lost = new AtomicInteger();
  private volatile boolean losing;

  private LossyProxy(ServerSocket door, URI target) {
    this.door = door;
    this.target = target;
  }

  /**
   * Listens on a port of its own until it is closed.
   *
   * @param target where requests go
   */
  static LossyProxy before(URI target) {
    try {
      LossyProxy proxy =
          new LossyProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  void lose(boolean answers) {
    losing = answers;
  }

  /** How many answers have been lost so far. */
  int lost() {
    return lost.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(target.getHost(), target.getPort());
        Thread.ofVirtual().start(() -> pass(client, server, false));
        Thread.ofVirtual().start(() -> pass(server, client, true));
      }
    } catch (IOException closed) {
      // Nobody is connected any more.
    }
  }

  private void pass(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        if (answers && losing) {
          lost.incrementAndGet();
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException cut) {
      // Either end has gone; the other follows.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
