package com.salesync.localstack.demo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.salesync.localstack.process.StackFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The account and the menu, made where they are missing. */
final class DemoShop {

  static final String USERNAME = "demo";

  private final long storeId;
  private final Till till;

  private DemoShop(long storeId, Till till) {
    this.storeId = storeId;
    this.till = till;
  }

  /** Logs in, or signs up when there is no such shop yet. */
  static DemoShop open(Till anonymous, String password) {
    Map<String, String> login = Map.of("username", USERNAME, "password", password);
    Till.Answer known = anonymous.tryPost("/stores/login", login);
    if (known.isSuccess()) {
      return new DemoShop(
          known.body().get("store_id").getAsLong(),
          anonymous.with(known.body().get("access_token").getAsString()));
    }
    Map<String, String> application = new HashMap<>(login);
    application.putAll(
        Map.of(
            "owner_name", "김사장",
            "phone", "010-1234-5678",
            "store_name", "세일싱크 피자",
            "address", "서울시 중구 세종대로 110",
            "store_type", "restaurant"));
    Till.Answer made = anonymous.tryPost("/stores/", application);
    if (made.status() == 409) {
      throw new StackFailure(
          "There is a shop '%s' with another password than this stack remembers: log in to it by hand, or start afresh with an empty data folder."
              .formatted(USERNAME));
    }
    if (!made.isSuccess()) {
      throw new StackFailure("The demo shop was refused: " + made.body());
    }
    JsonObject token = made.body().getAsJsonObject("token");
    return new DemoShop(
        made.body().get("store_id").getAsLong(),
        anonymous.with(token.get("access_token").getAsString()));
  }

  long storeId() {
    return storeId;
  }

  Till till() {
    return till;
  }

  /** The menu, completed by the categories, items and costs it lacks. */
  List<MenuItem> menu() {
    Map<String, Long> categories = new HashMap<>();
    Map<String, MenuItem> items = read(categories);
    List<Map<String, Long>> costs = new ArrayList<>();
    for (Dish dish : Dish.menu()) {
      long category = categories.computeIfAbsent(dish.category(), this::addCategory);
      MenuItem item = items.computeIfAbsent(dish.name(), missing -> add(category, dish));
      if (!item.hasCost()) {
        costs.add(Map.of("item_id", item.id(), "cost", dish.cost()));
      }
    }
    if (!costs.isEmpty()) {
      till.post("/categories/items/costs", Map.of("items", costs));
    }
    return Dish.menu().stream()
        .map(dish -> Objects.requireNonNull(items.get(dish.name())))
        .toList();
  }

  private Map<String, MenuItem> read(Map<String, Long> categories) {
    Map<String, MenuItem> items = new HashMap<>();
    for (JsonElement element : till.get("/categories/items").getAsJsonArray("categories")) {
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
    return till.post("/categories/", Map.of("name", name)).get("id").getAsLong();
  }

  private MenuItem add(long category, Dish dish) {
    JsonObject added =
        till.post(
            "/categories/" + category + "/items",
            Map.of("name", dish.name(), "price", dish.price()));
    return new MenuItem(added.get("id").getAsLong(), dish.name(), dish.price(), false);
  }
}
