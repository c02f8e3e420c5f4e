package com.salesync.benchmarks.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers each path as it was scripted, the last answer again and again; 404 otherwise. */
final class GatewayStub implements AutoCloseable {

  private record Scripted(int status, String body, Map<String, String> headers) {}

  private final Map<String, Deque<Scripted>> answers = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  GatewayStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  GatewayStub answers(String path, String body) {
    return answers(path, 200, body, Map.of());
  }

  GatewayStub answers(String path, int status, String body, Map<String, String> headers) {
    answers
        .computeIfAbsent(path, none -> new ArrayDeque<>())
        .add(new Scripted(status, body, headers));
    return this;
  }

  /** Method, path with query, and body of each call. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent).strip());
    Deque<Scripted> script =
        answers.getOrDefault(exchange.getRequestURI().getPath(), new ArrayDeque<>());
    Scripted next =
        switch (script.size()) {
          case 0 -> new Scripted(404, "{\"message\": \"nothing here\"}", Map.of());
          case 1 -> script.getFirst();
          default -> script.removeFirst();
        };
    byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
    next.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(next.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
