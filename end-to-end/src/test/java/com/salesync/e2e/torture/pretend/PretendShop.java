package com.salesync.e2e.torture.pretend;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a shop has. */
final class PretendShop {

  /** An order and its versions: it is OPEN, PAID, VOIDED or CANCELLED. */
  static final class Order {
    final long id;
    final int table;
    final Map<Long, Long> lines = new TreeMap<>();
    String status = "OPEN";
    int version;
    Map<Long, Long> before = Map.of();

    Order(long id, int table) {
      this.id = id;
      this.table = table;
    }

    String etag() {
      return "\"%d-%d\"".formatted(id, version);
    }

    void write(Map<Long, Long> next) {
      before = Map.copyOf(lines);
      lines.clear();
      lines.putAll(next);
      version++;
    }
  }

  record Sale(
      long id,
      OffsetDateTime at,
      Order order,
      long total,
      @Nullable String session,
      boolean[] voided) {}

  record Item(String name, long price) {}

  final long id;
  final String username;
  final String phone;
  final ZoneId zone;
  final LocalTime dayStart;
  String password;
  String passwordBefore;
  final Set<String> sessions = new HashSet<>();
  final Set<String> ended = new HashSet<>();
  final Map<String, Long> categories = new HashMap<>();
  final Map<Long, Item> items = new TreeMap<>();
  final List<Order> orders = new ArrayList<>();
  final List<Sale> sales = new ArrayList<>();
  final Map<String, Reply> keys = new HashMap<>();
  final Map<String, Order> placed = new HashMap<>();
  final List<String> texts = new ArrayList<>();
  final Map<String, Integer> advice = new HashMap<>();

  /** What was answered, or would have been. */
  record Reply(int status, Object body, String etag) {

    static final Reply NOT_FOUND = of(404, Map.of("result", "failed"));
    static final Reply FAILED = of(200, Map.of("result", "failed"));
    static final Reply DONE = of(200, Map.of("result", "success"));

    static Reply of(int status, Object body) {
      return new Reply(status, body, "");
    }
  }

  PretendShop(long id, JsonNode form) {
    this.id = id;
    this.username = form.path("username").asString();
    this.phone = form.path("phone").asString().replace("-", "");
    this.zone = ZoneId.of(form.path("time_zone").asString());
    this.dayStart = LocalTime.parse(form.path("day_start").asString());
    this.password = form.path("password").asString();
    this.passwordBefore = password;
  }

  @Nullable Order open(int table) {
    return orders.stream()
        .filter(order -> order.table == table && order.status.equals("OPEN"))
        .findFirst()
        .orElse(null);
  }

  long total(Map<Long, Long> lines) {
    return lines.entrySet().stream()
        .mapToLong(line -> line.getValue() * price(line.getKey()))
        .sum();
  }

  private long price(long item) {
    Item known = items.get(item);
    return known == null ? 0 : known.price();
  }

  long revenue() {
    return daily().values().stream().mapToLong(Long::longValue).sum();
  }

  /** By business day. */
  Map<LocalDate, Long> daily() {
    Map<LocalDate, Long> daily = new TreeMap<>();
    sales.stream()
        .filter(sale -> !sale.voided()[0])
        .forEach(sale -> daily.merge(day(sale.at()), sale.total(), Long::sum));
    return daily;
  }

  LocalDate day(OffsetDateTime time) {
    return time.atZoneSameInstant(zone)
        .toLocalDateTime()
        .minusNanos(dayStart.toNanoOfDay())
        .toLocalDate();
  }
}
