package com.salesync.e2e;

import static com.salesync.e2e.Writes.PRICE;
import static com.salesync.e2e.Writes.created;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Writes of a shop's menu, each of an entry of its own. */
final class MenuWrites {

  private final Shop shop;
  private final long category;

  MenuWrites(Shop shop) {
    this.shop = shop;
    this.category = created(shop.till.post("/categories/", Map.of("name", "분류")));
  }

  /** One of each kind, marked by this number. */
  List<Write> writes(int number) {
    return List.of(
        addCategory(number),
        renameCategory(number),
        removeCategory(number),
        addItem(number),
        changePrice(number),
        removeItem(number),
        changeCost(number),
        enterCosts(number));
  }

  private Write addCategory(int number) {
    String name = "새 분류 " + number;
    return new Write(
        "add category",
        () -> shop.till.post("/categories/", Map.of("name", name)),
        () -> hasCategory(name));
  }

  private Write renameCategory(int number) {
    long other = created(shop.till.post("/categories/", Map.of("name", "분류 " + number)));
    String name = "바뀐 분류 " + number;
    return new Write(
        "rename category",
        () -> shop.till.put("/categories/" + other, Map.of("name", name)),
        () -> hasCategory(name));
  }

  private Write removeCategory(int number) {
    String name = "옛 분류 " + number;
    long other = created(shop.till.post("/categories/", Map.of("name", name)));
    return new Write(
        "remove category",
        () -> shop.till.delete("/categories/" + other),
        () -> !hasCategory(name));
  }

  private boolean hasCategory(String name) {
    return Reads.of(shop, "/categories/").body().toString().contains("\"" + name + "\"");
  }

  private Write addItem(int number) {
    String name = "새 품목 " + number;
    return new Write(
        "add item",
        () -> shop.till.post(items(), Map.of("name", name, "price", PRICE)),
        () -> Reads.of(shop, "/categories/items").body().toString().contains("\"" + name + "\""));
  }

  private Write changePrice(int number) {
    String name = "값 " + number;
    long item = item(name);
    return new Write(
        "change price",
        () -> shop.till.put("/categories/items/" + item, Map.of("name", name, "price", 777)),
        () ->
            Reads.of(shop, "/categories/items/" + item).body().path("item").path("price").asLong()
                == 777);
  }

  private Write removeItem(int number) {
    long item = item("옛 품목 " + number);
    return new Write(
        "remove item",
        () -> shop.till.delete("/categories/items/" + item),
        () -> Reads.of(shop, "/categories/items/" + item).status() == 404);
  }

  private Write changeCost(int number) {
    long item = item("원가 " + number);
    return new Write(
        "change cost",
        () -> shop.till.put("/dashboard/costs/" + item, Map.of("cost", 33)),
        () -> cost(item) == 33);
  }

  private Write enterCosts(int number) {
    long item = item("원가표 " + number);
    List<?> costs = List.of(Map.of("item_id", item, "cost", 44));
    List<?> groups = List.of(Map.of("category_id", category, "items", costs));
    return new Write(
        "enter costs",
        () -> shop.till.post("/bff/costs", Map.of("items", groups)),
        () -> cost(item) == 44);
  }

  private long item(String name) {
    return created(shop.till.post(items(), Map.of("name", name, "price", PRICE)));
  }

  private String items() {
    return "/categories/" + category + "/items";
  }

  private long cost(long item) {
    return StreamSupport.stream(
            Reads.of(shop, "/categories/items/costs").body().path("items").spliterator(), false)
        .filter(each -> each.path("item_id").asLong() == item)
        .mapToLong(each -> each.path("cost").asLong(0))
        .findFirst()
        .orElseThrow();
  }
}
