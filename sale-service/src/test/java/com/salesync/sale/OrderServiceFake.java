package com.salesync.sale;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * order-service's side of the saga over real HTTP: an idempotent participant, and every way in
 * which it or the network between can fail.
 */
final class OrderServiceFake {

  /** What becomes of a store's next call. */
  enum Fault {
    HANGS_BEFORE,
    HANGS_AFTER,
    /** Answers nothing in time, then does its work all the same. */
    LATE,
    RESETS_BEFORE,
    RESETS_AFTER,
    FAILS_BEFORE,
    FAILS_AFTER,
    GARBAGE_AFTER,
    HALF_AN_ANSWER_AFTER,
    EMPTY_DOCUMENT_BEFORE,
    NO_SUCH_PAGE,
    CONFLICT_WITHOUT_A_REASON,
    REFUSES_THE_TOKEN,
    /** Says that it has not even begun. */
    BUSY;

    /** Whether its caller cannot know what has happened. */
    boolean isUnclear() {
      return this != REFUSES_THE_TOKEN && this != BUSY;
    }
  }

  /** A call on its way for as long as the test wants. */
  static final class HeldCall {
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch worked = new CountDownLatch(1);

    /** Lets the call arrive, and returns when it has done its work. */
    void release() throws InterruptedException {
      released.countDown();
      worked.await();
    }
  }

  private static final OrderServiceFake INSTANCE = new OrderServiceFake();
  private static final Duration TRUST_OF_IDLE_CONNECTIONS = Duration.ofMillis(600);
  private static final Duration HANG = Duration.ofMillis(6300);

  private final JsonMapper json = new JsonMapper();
  private final FakeOrders orders = new FakeOrders();
  private final Map<Long, Fault> faults = new ConcurrentHashMap<>();
  private final Map<Long, HeldCall> held = new ConcurrentHashMap<>();
  private final Set<Long> broken = ConcurrentHashMap.newKeySet();
  private final Map<Long, List<String>> traces = new ConcurrentHashMap<>();
  private HttpServer server;
  private final int port;

  private OrderServiceFake() {
    server = listen(0);
    port = server.getAddress().getPort();
  }

  static OrderServiceFake get() {
    return INSTANCE;
  }

  String url() {
    return "http://localhost:" + port;
  }

  /** Stops listening, and lets the time pass within which a client trusts an idle connection. */
  void stop() {
    server.stop(0);
    await().pollDelay(TRUST_OF_IDLE_CONNECTIONS).until(() -> true);
  }

  void start() {
    server = listen(port);
  }

  /** Opens an order as if it had been placed. */
  FakeOrders.Order open(long store, int table, long total) {
    return orders.open(store, table, total);
  }

  List<FakeOrders.Order> paid(long store) {
    return orders.paid(store);
  }

  /** The id of the order this sale has paid. */
  long orderPaidBy(long sale) {
    return orders.paidBy(sale);
  }

  void failNext(long store, Fault fault) {
    faults.put(store, fault);
  }

  /** Keeps the store's next call on its way. */
  HeldCall holdNext(long store) {
    HeldCall call = new HeldCall();
    held.put(store, call);
    return call;
  }

  /** Until {@link #heal}. */
  void failAlways(long store, Fault fault) {
    broken.add(store);
    faults.put(store, fault);
  }

  void heal(long store) {
    broken.remove(store);
    faults.remove(store);
  }

  /** How often this store's orders were asked for, in any way. */
  int calls(long store) {
    return traces(store).size();
  }

  /** The trace of each call for this store's orders, oldest first. */
  List<String> traces(long store) {
    return traces.getOrDefault(store, List.of());
  }

  private HttpServer listen(int where) {
    try {
      HttpServer created =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 200);
      created.createContext("/", this::serve);
      created.setExecutor(Thread::startVirtualThread);
      created.start();
      return created;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Long store = actingFor(exchange);
      JsonNode body = json.readTree(exchange.getRequestBody());
      if (store == null) {
        answer(exchange, FakeOrders.problem(401, "UNAUTHORIZED"));
        return;
      }
      traces
          .computeIfAbsent(store, first -> new CopyOnWriteArrayList<>())
          .add(exchange.getRequestHeaders().getFirst("traceparent").split("-")[1]);
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      Fault fault = broken.contains(store) ? faults.get(store) : faults.remove(store);
      HeldCall call = held.remove(store);
      if (call != null) {
        call.released.await();
        orders.answer(store, request, body);
        call.worked.countDown();
      } else if (fault == null) {
        answer(exchange, orders.answer(store, request, body));
      } else {
        fail(fault, exchange, () -> orders.answer(store, request, body));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Work {
    FakeOrders.Reply run();
  }

  private void fail(Fault fault, HttpExchange exchange, Work work) throws IOException {
    switch (fault) {
      case HANGS_BEFORE, RESETS_BEFORE -> hang(fault);
      case HANGS_AFTER, RESETS_AFTER -> {
        work.run();
        hang(fault);
      }
      case LATE -> {
        hang(Fault.HANGS_BEFORE);
        work.run();
      }
      case FAILS_BEFORE -> answer(exchange, FakeOrders.problem(500, "INTERNAL_ERROR"));
      case FAILS_AFTER -> {
        work.run();
        answer(exchange, FakeOrders.problem(504, "OUTCOME_UNKNOWN"));
      }
      case GARBAGE_AFTER -> {
        work.run();
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("<html>a proxy speaks".getBytes(StandardCharsets.UTF_8));
      }
      case HALF_AN_ANSWER_AFTER -> {
        work.run();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("{\"order_id\":".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
      }
      case EMPTY_DOCUMENT_BEFORE -> answer(exchange, new FakeOrders.Reply(200, "{}"));
      case NO_SUCH_PAGE -> answer(exchange, FakeOrders.problem(404, "NOT_FOUND"));
      case CONFLICT_WITHOUT_A_REASON -> answer(exchange, FakeOrders.problem(409, "TOTAL_MISMATCH"));
      case BUSY -> answer(exchange, FakeOrders.problem(503, "DATABASE_UNAVAILABLE"));
      case REFUSES_THE_TOKEN -> answer(exchange, FakeOrders.problem(401, "UNAUTHORIZED"));
    }
  }

  private static void hang(Fault fault) {
    if (fault == Fault.HANGS_BEFORE || fault == Fault.HANGS_AFTER) {
      await().pollDelay(HANG).until(() -> true);
    }
  }

  /** The store an internal token speaks for, or null for any other token. */
  private @Nullable Long actingFor(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("Bearer ")) {
      return null;
    }
    JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(header.split("\\.")[1]));
    boolean internal =
        claims.get("iss").asString().equals("sale-service")
            && claims.get("scope").asString().equals("internal");
    return internal ? Long.valueOf(claims.get("sub").asString()) : null;
  }

  private static void answer(HttpExchange exchange, FakeOrders.Reply reply) throws IOException {
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
