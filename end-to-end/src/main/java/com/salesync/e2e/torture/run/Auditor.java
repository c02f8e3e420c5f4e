package com.salesync.e2e.torture.run;

import com.salesync.e2e.client.Answer;
import com.salesync.e2e.client.Client;
import com.salesync.e2e.torture.evidence.ShopState;
import com.salesync.e2e.torture.evidence.ShopState.OrderState;
import com.salesync.e2e.torture.evidence.ShopState.SaleState;
import com.salesync.e2e.torture.till.MenuItem;
import com.salesync.e2e.torture.till.OpenShop;
import com.salesync.e2e.torture.till.Pauses;
import com.salesync.e2e.torture.till.ShopDays;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads by the public API what is there once all is quiet. */
final class Auditor {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_TRIES = 60;

  private final Client stranger;

  Auditor(URI gateway) {
    this.stranger = new Client(gateway, null);
  }

  /**
   * Of one shop.
   *
   * @param requests for advice, whose ends are awaited
   */
  ShopState stateOf(OpenShop shop, Collection<String> requests) {
    Client owner = stranger.with(shop.newToken());
    Map<Long, Long> items = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (JsonNode category : get(owner, "/categories/items").path("categories")) {
      for (JsonNode item : category.path("items")) {
        items.put(item.path("item_id").asLong(), item.path("price").asLong());
        names.add(item.path("name").asString());
      }
    }
    Map<Long, Long> prices = new HashMap<>();
    for (MenuItem item : shop.menu()) {
      prices.put(item.id(), item.price());
    }
    Map<String, String> ends = new TreeMap<>();
    requests.forEach(request -> ends.put(request, end(owner, request)));
    LocalDate today = shop.days().today();
    String range = "start=%s&end=%s".formatted(today.minusDays(2), today);
    Map<String, Long> volumes = volumes(owner, range);
    return new ShopState(
        shop.marker(),
        prices,
        items,
        names,
        pages(owner, "/sales/?include=voided", "sales").stream()
            .map(sale -> sale(sale, shop.days()))
            .toList(),
        pages(owner, "/orders/period?" + range, "orders").stream().map(Auditor::order).toList(),
        revenue(owner, volumes.keySet()),
        volumes,
        get(owner, "/bff/sales?" + range).path("sales_volume").asLong(),
        texts(shop.phone().replace("-", "").substring(1)),
        ends);
  }

  /** As the local inbox shows them, through the gateway. */
  private List<String> texts(String phone) {
    List<String> texts = new ArrayList<>();
    Answer inbox = stranger.send("GET", "/_local/sms", null, "Accept", "application/json");
    for (JsonNode text : inbox.body()) {
      if (text.path("phone").asString().endsWith(phone)) {
        texts.add(text.path("message").asString());
      }
    }
    return texts;
  }

  private static Map<String, Long> volumes(Client owner, String range) {
    Map<String, Long> volumes = new TreeMap<>();
    for (JsonNode day : get(owner, "/bff/volumes?" + range).path("total")) {
      volumes.put(day.path("date").asString(), day.path("sales_volume").asLong());
    }
    return volumes;
  }

  private static Map<String, Long> revenue(Client owner, Collection<String> days) {
    Map<String, Long> revenue = new TreeMap<>();
    days.forEach(
        day ->
            revenue.put(day, get(owner, "/sales/daily?date=" + day).path("sales_volume").asLong()));
    return revenue;
  }

  private static String end(Client owner, String request) {
    String result = "";
    for (int i = 0; i < MOST_TRIES; i++) {
      result = get(owner, "/consulting/" + request).path("result").asString("");
      if (result.equals("success") || result.equals("failed")) {
        return result;
      }
      Pauses.pause(PAUSE);
    }
    return result;
  }

  private static SaleState sale(JsonNode sale, ShopDays days) {
    return new SaleState(
        sale.path("id").asLong(),
        sale.path("total_price").asLong(),
        days.of(OffsetDateTime.parse(sale.path("sale_date").asString()).toInstant()).toString(),
        !sale.path("voided_at").isMissingNode() && !sale.path("voided_at").isNull());
  }

  private static OrderState order(JsonNode order) {
    Map<Long, Long> lines = new TreeMap<>();
    for (JsonNode line : order.path("carts")) {
      lines.merge(line.path("item_id").asLong(), line.path("quantity").asLong(), Long::sum);
    }
    return new OrderState(
        order.path("order_id").asLong(),
        order.path("table_no").asLong(),
        order.path("status").asString(),
        order.path("total_price").asLong(),
        lines);
  }

  private static List<JsonNode> pages(Client owner, String path, String list) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(owner, cursor.isEmpty() ? path : path + "&cursor=" + encoded(cursor));
      page.path(list).forEach(all::add);
      cursor = page.path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    return all;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode get(Client owner, String path) {
    String last = "";
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        Answer answer = owner.get(path);
        if (answer.status() == 200) {
          return answer.body();
        }
        last = answer.status() + " " + answer.body();
      } catch (UncheckedIOException noAnswer) {
        last = noAnswer.toString();
      }
      Pauses.pause(PAUSE);
    }
    throw new IllegalStateException("GET " + path + " goes on failing: " + last);
  }
}
