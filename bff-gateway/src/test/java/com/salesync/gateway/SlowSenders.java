package com.salesync.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Clients that send the head of a request at once and its body a byte at a time. */
final class SlowSenders implements AutoCloseable {

  private static final int BETWEEN_BYTES_MILLIS = 100;

  private final int port;
  private final String address;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

  /** All from one loopback address. */
  SlowSenders(int port, String address) {
    this.port = port;
    this.address = address;
    drip.scheduleWithFixedDelay(
        () -> open.forEach(SlowSenders::sendAByte),
        BETWEEN_BYTES_MILLIS,
        BETWEEN_BYTES_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  void begin(String head) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(address, 0));
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    open.add(socket);
    Thread.startVirtualThread(() -> listen(socket));
  }

  /** How many connections the gateway has not closed. */
  int open() {
    return open.size();
  }

  /** What was answered on those that it has closed, as far as it could still be read. */
  List<String> answers() {
    return List.copyOf(answers);
  }

  private void listen(Socket socket) {
    try (socket) {
      byte[] answer = socket.getInputStream().readAllBytes();
      if (answer.length > 0) {
        answers.add(new String(answer, StandardCharsets.UTF_8));
      }
    } catch (IOException broken) {
      // Closed while bytes were on their way to it.
    } finally {
      open.remove(socket);
    }
  }

  private static void sendAByte(Socket socket) {
    try {
      socket.getOutputStream().write(' ');
    } catch (IOException closed) {
      // Its listener finds out.
    }
  }

  @Override
  public void close() throws IOException {
    drip.shutdownNow();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
