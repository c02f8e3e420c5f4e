package com.salesync.e2e.torture.pretend;

import com.salesync.e2e.torture.pretend.PretendShop.Order;
import com.salesync.e2e.torture.pretend.PretendShop.Reply;
import com.salesync.e2e.torture.pretend.PretendShop.Sale;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is ordered, paid and voided. */
final class PretendTables {

  private final @Nullable Slip slip;
  private final LongSupplier ids;
  private final Random random = new Random(2);

  PretendTables(@Nullable Slip slip, LongSupplier ids) {
    this.slip = slip;
    this.ids = ids;
  }

  private static Map<Long, Long> lines(JsonNode body) {
    Map<Long, Long> lines = new TreeMap<>();
    for (JsonNode line : body.path("carts")) {
      lines.merge(line.path("item_id").asLong(), line.path("quantity").asLong(), Long::sum);
    }
    return lines;
  }

  private Order openOrNew(PretendShop shop, int table) {
    Order open = shop.open(table);
    if (open == null) {
      open = new Order(ids.getAsLong(), table);
      shop.orders.add(open);
    }
    return open;
  }

  private static Reply written(Order order) {
    return Reply.of(
        200, Map.of("result", "success", "order_id", order.id, "table_no", order.table));
  }

  Reply place(PretendShop shop, String token, JsonNode body, boolean keyed) {
    Map<Long, Long> lines = lines(body);
    if (!shop.items.keySet().containsAll(lines.keySet())) {
      return Reply.of(400, Map.of("result", "failed"));
    }
    int table = body.path("table_no").asInt();
    String request = token + body;
    Order repeated = keyed || slip == Slip.ORDER_REPEATED ? null : shop.placed.get(request);
    if (repeated != null && repeated.status.equals("OPEN")) {
      return written(repeated);
    }
    Order order = openOrNew(shop, table);
    Map<Long, Long> sum = new TreeMap<>(order.lines);
    lines.forEach((item, pieces) -> sum.merge(item, pieces, Long::sum));
    order.write(sum);
    shop.placed.put(request, order);
    return written(order);
  }

  Reply change(PretendShop shop, JsonNode body, String ifMatch) {
    int table = body.path("table_no").asInt();
    Order open = shop.open(table);
    boolean stale = !ifMatch.isEmpty() && (open == null || !open.etag().equals(ifMatch));
    if (stale && slip != Slip.STALE_CHANGE_MADE) {
      return Reply.of(412, Map.of("result", "failed"));
    }
    Map<Long, Long> lines = lines(body);
    if (lines.isEmpty()) {
      if (open == null) {
        return Reply.FAILED;
      }
      open.status = "CANCELLED";
      return Reply.of(200, Map.of("result", "cancelled"));
    }
    Order order = openOrNew(shop, table);
    order.write(lines);
    return written(order);
  }

  static Reply cancel(PretendShop shop, int table) {
    Order open = shop.open(table);
    if (open == null) {
      return Reply.of(200, Map.of("result", "success", "orders", List.of()));
    }
    open.status = "CANCELLED";
    return Reply.of(200, Map.of("result", "success", "orders", List.of(open.id)));
  }

  Reply look(PretendShop shop, int table) {
    Order open = shop.open(table);
    boolean goesBack = slip == Slip.READ_GOES_BACK && random.nextInt(10) == 0;
    if (open == null || (goesBack && open.before.isEmpty())) {
      return Reply.of(200, Map.of("carts", List.of()));
    }
    Map<Long, Long> lines = goesBack ? open.before : open.lines;
    return new Reply(
        200,
        Map.of(
            "result",
            "success",
            "order_id",
            open.id,
            "total_price",
            shop.total(lines),
            "carts",
            carts(lines)),
        open.etag());
  }

  private static List<Object> carts(Map<Long, Long> lines) {
    List<Object> carts = new ArrayList<>();
    lines.forEach((item, pieces) -> carts.add(Map.of("item_id", item, "quantity", pieces)));
    return carts;
  }

  static Reply orders(PretendShop shop) {
    List<Object> orders = new ArrayList<>();
    for (Order order : shop.orders) {
      if (!order.status.equals("CANCELLED")) {
        orders.add(
            Map.of(
                "order_id",
                order.id,
                "table_no",
                order.table,
                "status",
                order.status,
                "total_price",
                shop.total(order.lines),
                "carts",
                carts(order.lines)));
      }
    }
    return Reply.of(200, Map.of("orders", orders));
  }

  Reply pay(PretendShop shop, String token, JsonNode body, boolean keyed) {
    int table = body.path("table_no").asInt();
    long total = body.path("total_price").asLong();
    String session = keyed ? null : token;
    Order open = shop.open(table);
    if (open == null) {
      return shop.sales.stream()
          .filter(sale -> sale.order().table == table)
          .reduce((first, second) -> second)
          .filter(sale -> !keyed && token.equals(sale.session()) && sale.total() == total)
          .filter(sale -> !sale.voided()[0])
          .map(sale -> Reply.of(201, Map.of("result", "success", "id", sale.id())))
          .orElse(Reply.FAILED);
    }
    long owed = shop.total(open.lines);
    if (owed != total && slip != Slip.TOTAL_UNCHECKED) {
      return Reply.of(409, Map.of("result", "failed", "total_price", owed));
    }
    open.status = "PAID";
    Sale sale =
        new Sale(
            ids.getAsLong(),
            OffsetDateTime.now(ZoneOffset.UTC),
            open,
            total,
            session,
            new boolean[1]);
    shop.sales.add(sale);
    return Reply.of(201, Map.of("result", "success", "id", sale.id()));
  }

  Reply voidSale(PretendShop shop, long id) {
    Optional<Sale> found = shop.sales.stream().filter(sale -> sale.id() == id).findFirst();
    if (found.isEmpty()) {
      return Reply.FAILED;
    }
    if (slip != Slip.VOID_FORGOTTEN) {
      found.get().voided()[0] = true;
      found.get().order().status = "VOIDED";
    }
    return Reply.DONE;
  }

  static Reply sales(PretendShop shop) {
    List<Object> sales = new ArrayList<>();
    for (Sale sale : shop.sales) {
      Map<String, Object> row = new HashMap<>();
      row.put("id", sale.id());
      row.put("total_price", sale.total());
      row.put("sale_date", sale.at().toString());
      row.put("voided_at", sale.voided()[0] ? "then" : null);
      sales.add(row);
    }
    return Reply.of(200, Map.of("sales", sales));
  }
}
