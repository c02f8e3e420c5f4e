package com.salesync.benchmarks.client;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A shop that has logged in.
 *
 * @param client calls in its name
 */
public record Shop(long storeId, GatewayClient client) {

  /**
   * Signs up.
   *
   * @throws UnexpectedAnswer when it is refused
   */
  public static Shop signUp(GatewayClient anonymous, String username, String password) {
    Answer made =
        anonymous.tryPost(
            "/stores/",
            Map.of(
                "username", username,
                "password", password,
                "owner_name", "김사장",
                "phone", "010-1234-5678",
                "store_name", "세일싱크 피자",
                "address", "서울시 중구 세종대로 110",
                "store_type", "restaurant"));
    if (made.status() == 409) {
      throw new UnexpectedAnswer(
          "There is a shop '%s' with another password than this stack remembers: log in to it by hand, or start afresh with an empty data folder."
              .formatted(username));
    }
    if (!made.isSuccess()) {
      throw new UnexpectedAnswer("The shop was refused: " + made.body());
    }
    return of(made.body(), made.body().getAsJsonObject("token"), anonymous);
  }

  /** Logs in, or signs up when there is no shop with this name and password yet. */
  public static Shop open(GatewayClient anonymous, String username, String password) {
    Answer known =
        anonymous.tryPost("/stores/login", Map.of("username", username, "password", password));
    return known.isSuccess()
        ? of(known.body(), known.body(), anonymous)
        : signUp(anonymous, username, password);
  }

  private static Shop of(JsonObject store, JsonObject token, GatewayClient anonymous) {
    return new Shop(
        store.get("store_id").getAsLong(),
        anonymous.withToken(token.get("access_token").getAsString()));
  }

  /** Forty items, completed by the categories, items and costs it lacks. */
  public List<MenuItem> menu() {
    Map<String, Long> categories = new HashMap<>();
    Map<String, MenuItem> items = readMenu(categories);
    List<Map<String, Long>> costs = new ArrayList<>();
    for (Dish dish : Dish.menu()) {
      long category = categories.computeIfAbsent(dish.category(), this::addCategory);
      MenuItem item = items.computeIfAbsent(dish.name(), missing -> add(category, dish));
      if (!item.hasCost()) {
        costs.add(Map.of("item_id", item.id(), "cost", dish.cost()));
      }
    }
    if (!costs.isEmpty()) {
      client.post("/categories/items/costs", Map.of("items", costs));
    }
    return Dish.menu().stream()
        .map(dish -> Objects.requireNonNull(items.get(dish.name())))
        .toList();
  }

  private Map<String, MenuItem> readMenu(Map<String, Long> categories) {
    Map<String, MenuItem> items = new HashMap<>();
    for (JsonElement element : client.get("/categories/items").getAsJsonArray("categories")) {
      JsonObject category = element.getAsJsonObject();
      categories.put(
          category.get("category_name").getAsString(), category.get("category_id").getAsLong());
      for (JsonElement each : category.getAsJsonArray("items")) {
        JsonObject item = each.getAsJsonObject();
        String name = item.get("name").getAsString();
        items.put(
            name,
            new MenuItem(
                item.get("item_id").getAsLong(),
                name,
                item.get("price").getAsLong(),
                !item.get("cost").isJsonNull()));
      }
    }
    return items;
  }

  private long addCategory(String name) {
    return client.post("/categories/", Map.of("name", name)).get("id").getAsLong();
  }

  private MenuItem add(long category, Dish dish) {
    JsonObject added =
        client.post(
            "/categories/" + category + "/items",
            Map.of("name", dish.name(), "price", dish.price()));
    return new MenuItem(added.get("id").getAsLong(), dish.name(), dish.price(), false);
  }
}
