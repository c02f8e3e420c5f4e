package com.salesync.consulting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A model that thinks for as long as it is told to, and counts how many ask it at once. */
final class StubModel implements AutoCloseable {

  static final String ANSWER = "피자를 더 파세요.";

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger thinking = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private volatile Supplier<CompletableFuture<?>> thought =
      () -> CompletableFuture.completedFuture(null);

  StubModel() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  /** Answers whoever asks from now on when the thought made for them is complete. */
  void thinks(Supplier<CompletableFuture<?>> thought) {
    this.thought = thought;
  }

  int asked() {
    return asked.get();
  }

  int thinking() {
    return thinking.get();
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    asked.incrementAndGet();
    mostAtOnce.accumulateAndGet(thinking.incrementAndGet(), Math::max);
    thought.get().join();
    thinking.decrementAndGet();
    byte[] answer =
        Neighbours.choice("\"content\":\"" + ANSWER + "\"").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
