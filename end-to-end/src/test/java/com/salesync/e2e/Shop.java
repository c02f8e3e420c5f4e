package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Answer;
import com.salesync.e2e.client.Client;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A shop that has just signed up, and what its till can do. */
final class Shop {

  static final String PASSWORD = "korean-pizza-2026";

  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  final String username;
  final long storeId;
  final Client till;

  private final Client anonymous;

  private Shop(String username, long storeId, Client anonymous, Client till) {
    this.anonymous = anonymous;
    this.username = username;
    this.storeId = storeId;
    this.till = till;
  }

  static Shop open() {
    return open(Stack.whole());
  }

  static Shop open(Stack stack) {
    return open(new Client(stack.parts().gatewayUrl(), null));
  }

  static Shop open(Client anonymous) {
    Form form = Form.invented();
    Answer answer = form.send(anonymous);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    String token = answer.body().path("token").path("access_token").asString();
    return new Shop(form.username(), answer.id("store_id"), anonymous, anonymous.with(token));
  }

  /** What a shop enters to sign up. */
  record Form(String username) {

    static Form invented() {
      return new Form("shop-" + UUID.randomUUID().toString().substring(0, 18));
    }

    Answer send(Client anonymous) {
      return anonymous.post(
          "/stores/",
          Map.of(
              "username", username,
              "password", PASSWORD,
              "owner_name", "김사장",
              "phone", "010-1234-5678",
              "store_name", "피자집",
              "address", "서울시 중구 1",
              "store_type", "restaurant"));
    }

    Answer logIn(Client anonymous, String password) {
      return anonymous.post(
          "/stores/login", Map.of("username", username, "password", password), fromElsewhere());
    }
  }

  /** The same shop after the stack was restarted, perhaps on other ports. */
  Shop reconnected(Stack stack, String token) {
    Client stranger = new Client(stack.parts().gatewayUrl(), null);
    return new Shop(username, storeId, stranger, stranger.with(token));
  }

  /** The same shop and session by another way. */
  Shop at(URI gateway) {
    return new Shop(username, storeId, anonymous.at(gateway), till.at(gateway));
  }

  Answer logIn() {
    return logIn(PASSWORD);
  }

  Answer logIn(String password) {
    return new Form(username).logIn(anonymous, password);
  }

  /** An address that nobody else has, so that no limit is met. */
  private static String[] fromElsewhere() {
    int unique = ADDRESSES.incrementAndGet();
    return new String[] {
      "X-Forwarded-For", "198.18.%d.%d".formatted(unique / 256 % 256, unique % 256)
    };
  }

  /** The same, for half an hour known to be in its owner's hands. */
  Shop confirmed() {
    Answer answer = till.post("/stores/pwcheck", Map.of("password", PASSWORD), fromElsewhere());
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return this;
  }

  long item(String name, long price) {
    Answer category = till.post("/categories/", Map.of("name", "분류 " + name));
    assertThat(category.status()).as("%s", category.body()).isEqualTo(201);
    Answer item =
        till.post(
            "/categories/" + category.id("id") + "/items", Map.of("name", name, "price", price));
    assertThat(item.status()).as("%s", item.body()).isEqualTo(201);
    return item.id("id");
  }

  Answer order(int table, long item, int quantity, String... headers) {
    return till.post(
        "/orders/", Map.of("table_no", table, "carts", carts(line(item, quantity))), headers);
  }

  Answer replaceOrder(int table, List<Map<String, Object>> carts) {
    return till.put("/orders/", Map.of("table_no", table, "carts", carts));
  }

  Answer pay(int table, long total, String... headers) {
    return till.post(
        "/sales/",
        Map.of("table_no", table, "total_price", total, "payment_type", "card"),
        headers);
  }

  long revenueToday() {
    return till.get("/sales/daily?date=" + today()).id("sales_volume");
  }

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Seoul"));
  }

  static Map<String, Object> line(long item, int quantity) {
    return Map.of("item_id", item, "quantity", quantity);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  static List<Map<String, Object>> carts(Map<String, Object>... lines) {
    return Arrays.asList(lines);
  }
}
