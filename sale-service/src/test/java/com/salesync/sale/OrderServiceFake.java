package com.salesync.sale;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
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
    REFUSES_THE_TOKEN
  }

  /** A table's order. */
  static final class Tab {
    final long store;
    final int table;
    final long orderId;
    final long total;
    final Instant openedAt = Instant.now();
    String status = "OPEN";
    @Nullable Long paidBy;
    @Nullable String businessDay;

    Tab(long store, int table, long orderId, long total) {
      this.store = store;
      this.table = table;
      this.orderId = orderId;
      this.total = total;
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

  private record Reply(int status, String body) {}

  private static final OrderServiceFake INSTANCE = new OrderServiceFake();
  private static final Duration HANG = Duration.ofMillis(2300);

  private final JsonMapper json = new JsonMapper();
  private final AtomicLong ids = new AtomicLong(System.nanoTime());
  private final List<Tab> tabs = new ArrayList<>();
  private final Map<Long, Fault> faults = new ConcurrentHashMap<>();
  private final Map<Long, HeldCall> held = new ConcurrentHashMap<>();
  private final Set<Long> broken = ConcurrentHashMap.newKeySet();
  private final Map<Long, Integer> calls = new ConcurrentHashMap<>();
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

  void stop() {
    server.stop(0);
  }

  void start() {
    server = listen(port);
  }

  /** Opens a tab as if it had been ordered. */
  synchronized Tab open(long store, int table, long total) {
    Tab tab = new Tab(store, table, ids.incrementAndGet(), total);
    tabs.add(tab);
    return tab;
  }

  synchronized List<Tab> paid(long store) {
    return tabs.stream().filter(tab -> tab.store == store && tab.status.equals("PAID")).toList();
  }

  /** The id of the order this sale has paid. */
  synchronized long orderPaidBy(long sale) {
    return tabs.stream()
        .filter(tab -> tab.paidBy != null && tab.paidBy == sale)
        .findFirst()
        .orElseThrow()
        .orderId;
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

  /** How often this store's tabs were asked for, in any way. */
  int calls(long store) {
    return calls.getOrDefault(store, 0);
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
        answer(exchange, problem(401, "UNAUTHORIZED"));
        return;
      }
      calls.merge(store, 1, Integer::sum);
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      Fault fault = broken.contains(store) ? faults.get(store) : faults.remove(store);
      HeldCall call = held.remove(store);
      if (call != null) {
        call.released.await();
        work(store, request, body);
        call.worked.countDown();
      } else if (fault == null) {
        answer(exchange, work(store, request, body));
      } else {
        fail(fault, exchange, () -> work(store, request, body));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Work {
    Reply run();
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
      case FAILS_BEFORE -> answer(exchange, problem(500, "INTERNAL_ERROR"));
      case FAILS_AFTER -> {
        work.run();
        answer(exchange, problem(503, "DATABASE_UNAVAILABLE"));
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
      case EMPTY_DOCUMENT_BEFORE -> answer(exchange, new Reply(200, "{}"));
      case NO_SUCH_PAGE -> answer(exchange, problem(404, "NOT_FOUND"));
      case CONFLICT_WITHOUT_A_REASON -> answer(exchange, problem(409, "TOTAL_MISMATCH"));
      case REFUSES_THE_TOKEN -> answer(exchange, problem(401, "UNAUTHORIZED"));
    }
  }

  private static void hang(Fault fault) {
    if (fault == Fault.HANGS_BEFORE || fault == Fault.HANGS_AFTER) {
      long end = System.nanoTime() + HANG.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
    }
  }

  private synchronized Reply work(long store, String request, JsonNode body) {
    if (request.equals("PUT /orders/paid")) {
      return pay(store, body);
    }
    if (request.equals("PUT /internal/orders/voided")) {
      return voidPaid(store, body.get("sale_id").asLong());
    }
    String paidBy = "GET /internal/orders/paid-by/";
    if (request.startsWith(paidBy)) {
      return byPayer(store, Long.parseLong(request.substring(paidBy.length())))
          .map(OrderServiceFake::paidAnswer)
          .orElse(problem(404, "ORDER_NOT_FOUND"));
    }
    return problem(404, "NOT_FOUND");
  }

  private Reply pay(long store, JsonNode body) {
    long saleId = body.get("sale_id").asLong();
    Optional<Tab> known = byPayer(store, saleId);
    if (known.isPresent()) {
      return paidAnswer(known.get());
    }
    Optional<Tab> open =
        tabs.stream()
            .filter(tab -> tab.store == store && tab.table == body.get("table_no").asInt())
            .filter(tab -> tab.status.equals("OPEN"))
            .findFirst();
    Instant requestedAt = Instant.parse(body.get("requested_at").asString());
    if (open.isEmpty() || open.get().openedAt.isAfter(requestedAt)) {
      return problem(404, "ORDER_NOT_FOUND");
    }
    Tab tab = open.get();
    if (tab.total != body.get("total_price").asLong()) {
      return new Reply(
          409, "{\"code\":\"TOTAL_MISMATCH\",\"total_price\":%d}".formatted(tab.total));
    }
    tab.status = "PAID";
    tab.paidBy = saleId;
    tab.businessDay = body.get("business_day").asString();
    return paidAnswer(tab);
  }

  private Reply voidPaid(long store, long saleId) {
    Optional<Tab> tab = byPayer(store, saleId);
    tab.ifPresent(paid -> paid.status = "VOIDED");
    return tab.map(OrderServiceFake::paidAnswer).orElse(problem(404, "ORDER_NOT_FOUND"));
  }

  private Optional<Tab> byPayer(long store, long saleId) {
    return tabs.stream()
        .filter(tab -> tab.store == store && tab.paidBy != null && tab.paidBy == saleId)
        .findFirst();
  }

  private static Reply paidAnswer(Tab tab) {
    return new Reply(
        200,
        "{\"order_id\":%d,\"total_price\":%d,\"status\":\"%s\"}"
            .formatted(tab.orderId, tab.total, tab.status));
  }

  private static Reply problem(int status, String code) {
    return new Reply(status, "{\"status\":%d,\"code\":\"%s\"}".formatted(status, code));
  }

  /** The store an internal token speaks for, or null for any other token. */
  private @Nullable Long actingFor(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("Bearer ")) {
      return null;
    }
    JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(header.split("\\.")[1]));
    boolean internal =
        claims.get("iss").asString().equals("salesync-internal")
            && claims.get("scope").asString().equals("internal");
    return internal ? Long.valueOf(claims.get("sub").asString()) : null;
  }

  private static void answer(HttpExchange exchange, Reply reply) throws IOException {
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
