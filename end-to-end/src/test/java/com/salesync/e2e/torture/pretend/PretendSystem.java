package com.salesync.e2e.torture.pretend;

import com.salesync.e2e.torture.pretend.PretendShop.Item;
import com.salesync.e2e.torture.pretend.PretendShop.Reply;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Answers as the gateway does, one request after the other. Of ten writes one is refused with 503,
 * one is done or not and answered with 504 or not at all.
 */
public final class PretendSystem implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Reply UNAVAILABLE = Reply.of(503, Map.of());
  private static final Reply UNKNOWN = Reply.of(504, Map.of());

  private final @Nullable Slip slip;
  private final Random random = new Random(1);
  private final Map<Long, PretendShop> shops = new TreeMap<>();
  private final HttpServer server;
  private final PretendTables tables;
  private long lastId;

  private PretendSystem(HttpServer server, @Nullable Slip slip) {
    this.server = server;
    this.slip = slip;
    this.tables = new PretendTables(slip, () -> ++lastId);
  }

  /**
   * Serves until it is closed.
   *
   * @param slip the promise that it breaks; null for none
   */
  public static PretendSystem start(@Nullable Slip slip) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      PretendSystem system = new PretendSystem(server, slip);
      server.createContext("/", system::serve);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return system;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Reply reply = reply(exchange, body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body));
    if (reply == null) {
      exchange.close();
      return;
    }
    byte[] answer = JSON.writeValueAsBytes(reply.body());
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (!reply.etag().isEmpty()) {
      exchange.getResponseHeaders().add("ETag", reply.etag());
    }
    exchange.sendResponseHeaders(reply.status(), answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /** Null for none. */
  private synchronized @Nullable Reply reply(HttpExchange exchange, JsonNode body) {
    boolean writes = !exchange.getRequestMethod().equals("GET");
    int fate = writes ? random.nextInt(20) : 20;
    if (fate < 2) {
      if (slip == Slip.DONE_BEHIND_503) {
        act(exchange, body);
      }
      return UNAVAILABLE;
    }
    if (fate == 2) {
      return UNKNOWN;
    }
    Reply reply = act(exchange, body);
    return fate == 3 ? UNKNOWN : fate == 4 ? null : reply;
  }

  private Reply act(HttpExchange exchange, JsonNode body) {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath().replaceFirst("/$", "");
    String call = method + " " + path;
    switch (call) {
      case "POST /stores" -> {
        return signUp(body);
      }
      case "POST /stores/login" -> {
        return logIn(body);
      }
      case "GET /_local/sms" -> {
        return texts();
      }
      default -> {}
    }
    String token = header(exchange, "Authorization").replace("Bearer ", "");
    PretendShop shop = shopOf(token);
    if (shop == null) {
      return Reply.of(401, Map.of("result", "failed"));
    }
    if (call.equals("GET /sales/daily")) {
      String day = exchange.getRequestURI().getQuery().replace("date=", "");
      return volume(shop.daily().getOrDefault(LocalDate.parse(day), 0L));
    }
    String key = header(exchange, "Idempotency-Key");
    String scope = call + " " + key;
    boolean keyed = !key.isEmpty() && !(slip == Slip.PAYMENT_REPEATED && path.equals("/sales"));
    if (keyed && shop.keys.containsKey(scope)) {
      return Objects.requireNonNull(shop.keys.get(scope));
    }
    Reply reply = act(shop, token, call, path, body, header(exchange, "If-Match"), !key.isEmpty());
    if (keyed && reply.status() < 500) {
      shop.keys.put(scope, reply);
    }
    return reply;
  }

  private Reply act(
      PretendShop shop,
      String token,
      String call,
      String path,
      JsonNode body,
      String ifMatch,
      boolean keyed) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    String kind = call.replace(path, "") + path.replaceFirst("/[0-9a-f-]+$", "/*");
    return switch (kind) {
      case "POST /stores/logout" -> logOut(shop, token);
      case "POST /stores/pwcheck" ->
          body.path("password").asString().equals(shop.password) ? Reply.DONE : Reply.FAILED;
      case "PUT /stores/*" -> changePassword(shop, token, body.path("password").asString());
      case "POST /categories" -> addCategory(shop, body.path("name").asString());
      case "GET /categories/items" -> menu(shop);
      case "GET /categories/items/*" -> readItem(shop, Long.parseLong(last));
      case "PUT /categories/items/*" -> editItem(shop, Long.parseLong(last), body);
      case "DELETE /categories/items/*" ->
          shop.items.remove(Long.parseLong(last)) == null ? Reply.NOT_FOUND : Reply.DONE;
      case "POST /orders" -> tables.place(shop, token, body, keyed);
      case "PUT /orders" -> tables.change(shop, body, ifMatch);
      case "DELETE /orders/*" -> PretendTables.cancel(shop, Integer.parseInt(last));
      case "GET /orders/unpaids" -> Reply.of(200, Map.of("result", "success", "orders", List.of()));
      case "GET /orders/unpaids/*" -> tables.look(shop, Integer.parseInt(last));
      case "GET /orders/period" -> PretendTables.orders(shop);
      case "POST /sales" -> tables.pay(shop, token, body, keyed);
      case "DELETE /sales/*" -> tables.voidSale(shop, Long.parseLong(last));
      case "GET /sales" -> PretendTables.sales(shop);
      case "GET /sales/period", "GET /bff/sales" -> volume(shop.revenue());
      case "GET /bff/volumes" -> volumes(shop);
      case "POST /dashboard/settlements" -> settle(shop);
      case "GET /consulting" -> consult(shop);
      case "GET /consulting/*" -> follow(shop, last);
      case "GET /dashboard/consulting/*" -> advice(shop, last);
      default -> path.endsWith("/items") ? addItem(shop, body) : Reply.NOT_FOUND;
    };
  }

  private static String header(HttpExchange exchange, String name) {
    return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
  }

  private static Reply volumes(PretendShop shop) {
    List<Object> days = new ArrayList<>();
    shop.daily()
        .forEach((day, sum) -> days.add(Map.of("date", day.toString(), "sales_volume", sum)));
    return Reply.of(200, Map.of("total", days));
  }

  private @Nullable PretendShop shopOf(String token) {
    return shops.values().stream()
        .filter(
            shop ->
                shop.sessions.contains(token)
                    || (slip == Slip.SESSION_OUTLIVES && shop.ended.contains(token)))
        .findFirst()
        .orElse(null);
  }

  private Reply signUp(JsonNode form) {
    String username = form.path("username").asString();
    PretendShop shop =
        shops.values().stream()
            .filter(each -> each.username.equals(username))
            .findFirst()
            .orElseGet(() -> new PretendShop(++lastId, form));
    shops.put(shop.id, shop);
    return Reply.of(201, Map.of("result", "success", "store_id", shop.id));
  }

  private Reply logIn(JsonNode form) {
    String password = form.path("password").asString();
    Optional<PretendShop> opened =
        shops.values().stream()
            .filter(shop -> shop.username.equals(form.path("username").asString()))
            .filter(
                shop ->
                    shop.password.equals(password)
                        || (slip == Slip.OLD_PASSWORD_OPENS
                            && shop.passwordBefore.equals(password)))
            .findFirst();
    String token = UUID.randomUUID().toString();
    opened.ifPresent(shop -> shop.sessions.add(token));
    return opened.isPresent()
        ? Reply.of(200, Map.of("result", "success", "access_token", token))
        : Reply.of(400, Map.of("result", "failed"));
  }

  private static Reply logOut(PretendShop shop, String token) {
    shop.sessions.remove(token);
    shop.ended.add(token);
    return Reply.DONE;
  }

  private static Reply changePassword(PretendShop shop, String token, String password) {
    if (!password.equals(shop.password)) {
      shop.passwordBefore = shop.password;
      shop.password = password;
    }
    shop.ended.addAll(shop.sessions);
    shop.ended.remove(token);
    shop.sessions.retainAll(List.of(token));
    return Reply.DONE;
  }

  private Reply addCategory(PretendShop shop, String name) {
    if (shop.categories.containsKey(name)) {
      return Reply.of(409, Map.of("result", "failed"));
    }
    shop.categories.put(name, ++lastId);
    return Reply.of(201, Map.of("result", "success", "id", lastId));
  }

  private Reply addItem(PretendShop shop, JsonNode body) {
    String name = body.path("name").asString();
    if (shop.items.values().stream().anyMatch(item -> item.name().equals(name))) {
      return Reply.of(409, Map.of("result", "failed"));
    }
    shop.items.put(++lastId, new Item(name, body.path("price").asLong()));
    return Reply.of(201, Map.of("result", "success", "id", lastId));
  }

  private static Reply menu(PretendShop shop) {
    List<Object> items = new ArrayList<>();
    shop.items.forEach(
        (id, item) -> items.add(Map.of("item_id", id, "name", item.name(), "price", item.price())));
    return Reply.of(200, Map.of("categories", List.of(Map.of("items", items))));
  }

  private Reply readItem(PretendShop shop, long id) {
    Item item = shop.items.get(id);
    if (item == null && slip == Slip.TENANT_FORGOTTEN) {
      item =
          shops.values().stream()
              .map(other -> other.items.get(id))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    }
    return item == null
        ? Reply.NOT_FOUND
        : Reply.of(
            200,
            Map.of(
                "result",
                "success",
                "item",
                Map.of("item_id", id, "name", item.name(), "price", item.price())));
  }

  private static Reply editItem(PretendShop shop, long id, JsonNode body) {
    if (!shop.items.containsKey(id)) {
      return Reply.NOT_FOUND;
    }
    shop.items.put(id, new Item(body.path("name").asString(), body.path("price").asLong()));
    return Reply.DONE;
  }

  private Reply volume(long sum) {
    return Reply.of(
        200,
        Map.of("result", "success", "sales_volume", slip == Slip.REVENUE_DOUBLED ? 2 * sum : sum));
  }

  private Reply settle(PretendShop shop) {
    String text = shop.day(OffsetDateTime.now(ZoneOffset.UTC)) + " " + shop.revenue();
    if (slip == Slip.TEXTED_TWICE || !shop.texts.contains(text)) {
      shop.texts.add(text);
    }
    return volume(shop.revenue());
  }

  private Reply texts() {
    List<Object> texts = new ArrayList<>();
    for (PretendShop shop : shops.values()) {
      shop.texts.forEach(text -> texts.add(Map.of("phone", shop.phone, "message", text)));
    }
    return Reply.of(200, texts);
  }

  private static Reply consult(PretendShop shop) {
    String request = UUID.randomUUID().toString();
    shop.advice.put(request, 0);
    return Reply.of(200, Map.of("req_id", request));
  }

  /** Ready at the second look. */
  private Reply follow(PretendShop shop, String request) {
    int looks = shop.advice.merge(request, 1, Integer::sum);
    boolean ready = looks > 1 || slip == Slip.READY_TOO_EARLY;
    return Reply.of(200, Map.of("result", ready ? "success" : "not completed"));
  }

  private static Reply advice(PretendShop shop, String request) {
    boolean there = shop.advice.getOrDefault(request, 0) > 1;
    return Reply.of(
        200,
        there
            ? Map.of("result", "success", "consulting", "Sell more.")
            : Map.of("result", "not completed"));
  }
}
