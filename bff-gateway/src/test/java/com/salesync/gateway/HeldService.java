package com.salesync.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A service that answers nobody until it is released. */
final class HeldService {

  private static final int BACKLOG = 1000;

  private final HttpServer server;
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch released = new CountDownLatch(0);

  HeldService() {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Thread::startVirtualThread);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on; what arrived before does not count. */
  void hold() {
    arrived.clear();
    released = new CountDownLatch(1);
  }

  void release() {
    released.countDown();
  }

  /** Method and path of each request since it holds. */
  List<String> arrived() {
    return List.copyOf(arrived);
  }

  private void answer(HttpExchange exchange) throws IOException {
    arrived.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    try {
      boolean free = released.await(60, TimeUnit.SECONDS);
      exchange.sendResponseHeaders(free ? 200 : 500, 2);
      exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
      exchange.close();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
