package com.salesync.common.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** The part of store-service every other service depends on: its keys and the sessions it ended. */
public final class StoreServiceStub {

  private static final StoreServiceStub INSTANCE = new StoreServiceStub();

  private final HttpServer server;
  private final String revokedSession = UUID.randomUUID().toString();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final Queue<String> other = new ConcurrentLinkedQueue<>();
  private volatile boolean down;

  private StoreServiceStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    revoked.add(revokedSession);
    server.createContext(
        "/.well-known/jwks.json", exchange -> answer(exchange, TestTokens.publicKeys().toString()));
    server.createContext("/internal/sessions/revoked", exchange -> answer(exchange, revoked()));
    server.createContext(
        "/",
        exchange -> {
          other.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.setExecutor(Thread::startVirtualThread);
    server.start();
  }

  public static StoreServiceStub get() {
    return INSTANCE;
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** A session that was ended before any test began. */
  public String revokedSession() {
    return revokedSession;
  }

  /** Ends a session; services learn it with their next question. */
  public void revoke(String session) {
    revoked.add(session);
  }

  /** What it was asked for besides, by whichever service, since the first test began. */
  public List<String> otherRequests() {
    return List.copyOf(other);
  }

  /** Answers everything with 503 until called again with false. */
  public void setDown(boolean down) {
    this.down = down;
  }

  private String revoked() {
    Instant expiry = Instant.now().plus(Duration.ofDays(1));
    return revoked.stream()
        .map(sid -> "{\"sid\":\"" + sid + "\",\"expires_at\":\"" + expiry + "\"}")
        .collect(
            Collectors.joining(",", "{\"as_of\":\"" + Instant.now() + "\",\"revoked\":[", "]}"));
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (down) {
      exchange.sendResponseHeaders(503, -1);
    } else {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
