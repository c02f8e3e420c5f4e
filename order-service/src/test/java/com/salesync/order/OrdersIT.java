package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every row of the contract's table of orders. */
@OrderServiceTest
class OrdersIT {

  private final Shop shop;
  private final long pizza;
  private final long cola;

  OrdersIT(RestTestClient client) {
    shop = new Shop(client);
    pizza = shop.offer("피자", 20_000);
    cola = shop.offer("콜라", 3_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9999})
  void placesAnOrder(int table) {
    Answer answer = shop.post(Shop.order(table, pizza, 2, cola, 1));

    answer.isSuccess("주문 생성 성공");
    assertThat(answer.number("/order_id")).isPositive();
    assertThat(answer.number("/table_no")).isEqualTo(table);
    Answer order = shop.unpaid(table);
    assertThat(order.number("/total_price")).isEqualTo(43_000);
    assertThat(order.number("/order_id")).isEqualTo(answer.number("/order_id"));
    assertThat(order.number("/version")).isEqualTo(answer.number("/version"));
  }

  @Test
  void joinsTheOrderOfAnOccupiedTable() {
    Answer first = shop.post(Shop.order(3, pizza, 1));
    Answer second = shop.post(Shop.order(3, cola, 2));

    assertThat(second.number("/order_id")).isEqualTo(first.number("/order_id"));
    assertThat(shop.linesOf(3)).isEqualTo("피자 x 1, 콜라 x 2");
    assertThat(shop.unpaid(3).number("/total_price")).isEqualTo(26_000);
  }

  @Test
  void refusesAnOrderOfNothing() {
    Answer answer = shop.post(Shop.order(3)).hasStatus(200);

    assertThat(answer.text("/result")).isEqualTo("failed");
    assertThat(answer.text("/message")).isEqualTo("주문 등록 실패 : 주문 내역 없음");
    assertThat(answer.body().has("order_id")).isFalse();
    assertThat(shop.unpaid(3).body()).hasToString("{\"carts\":[]}");
  }

  @Test
  void namesAnUnknownItemAndOrdersNothing() {
    long foreign = ItemServiceStub.get().offer(shop.id + 1, "남의 것", 1);

    Answer answer = shop.post(Shop.order(3, pizza, 1, foreign, 1)).isProblem(400, "ITEM_NOT_FOUND");

    assertThat(answer.text("/message")).contains(Long.toString(foreign));
    assertThat(answer.text("/errors/0/field")).isEqualTo("carts[1].item_id");
    assertThat(answer.number("/item_ids/0")).isEqualTo(foreign);
    assertThat(shop.unpaid(3).body()).hasToString("{\"carts\":[]}");
    shop.put(Shop.order(3, foreign, 1)).isProblem(400, "ITEM_NOT_FOUND");
    assertThat(shop.unpaid(3).body()).hasToString("{\"carts\":[]}");
  }

  @Test
  void acceptsNumbersAsThePublishedClientSendsThem() {
    shop.post(
            "{\"table_no\":\"4\",\"store_id\":%d,\"extra\":{},\"carts\":[{\"item_id\":\"%d\",\"quantity\":2.0,\"price\":1}]}"
                .formatted(shop.id, pizza))
        .isSuccess("주문 생성 성공");
    assertThat(shop.unpaid(4).number("/total_price")).isEqualTo(40_000);
  }

  @Test
  void replacesTheWholeOrder() {
    Answer placed = shop.post(Shop.order(5, pizza, 1));

    Answer answer = shop.put(Shop.order(5, cola, 3)).isSuccess("주문 수정 성공");

    assertThat(answer.number("/order_id")).isEqualTo(placed.number("/order_id"));
    assertThat(answer.number("/table_no")).isEqualTo(5);
    assertThat(answer.number("/version")).isGreaterThan(placed.number("/version"));
    assertThat(shop.linesOf(5)).isEqualTo("콜라 x 3");
    assertThat(shop.unpaid(5).number("/total_price")).isEqualTo(9_000);
  }

  @Test
  void replacingRemovesTheFirstOfSeveralLines() {
    long soup = shop.offer("국", 7_000);
    shop.post(Shop.order(5, pizza, 1, cola, 2, soup, 3));
    shop.put(Shop.order(5, cola, 2, soup, 1)).isSuccess("주문 수정 성공");
    assertThat(shop.linesOf(5)).isEqualTo("콜라 x 2, 국 x 1");
    Database.assertConsistent();
  }

  @Test
  void replacingWithNothingCancels() {
    shop.post(Shop.order(5, pizza, 1));

    Answer answer = shop.put(Shop.order(5)).hasStatus(200);

    assertThat(answer.text("/result")).isEqualTo("cancelled");
    assertThat(answer.text("/message")).isEqualTo("주문 취소 : 주문 내역 없음");
    assertThat(shop.unpaid(5).body()).hasToString("{\"carts\":[]}");
  }

  @Test
  void replacingNothingWithNothingIsRefused() {
    Answer answer = shop.put(Shop.order(5)).hasStatus(200);
    assertThat(answer.text("/result")).isEqualTo("failed");
    assertThat(answer.text("/message")).isEqualTo("존재하지 않는 주문");
  }

  @Test
  void replacingAtAFreeTableOpensAnOrder() {
    Answer answer = shop.put(Shop.order(0, pizza, 2)).isSuccess("주문 수정 성공");
    assertThat(answer.number("/order_id")).isPositive();
    assertThat(shop.linesOf(0)).isEqualTo("피자 x 2");
  }

  @Test
  void cancelsAndKeepsTheOrderOnRecord() {
    long order = shop.post(Shop.order(4, pizza, 2)).number("/order_id");

    Answer answer = shop.cancel(4).isSuccess("주문 삭제 성공");

    assertThat(answer.at("/table_no").isString()).isTrue();
    assertThat(answer.text("/table_no")).isEqualTo("4");
    assertThat(answer.at("/orders")).hasToString("[" + order + "]");
    assertThat(Database.rows("select status, total_price from orders where id = " + order))
        .containsExactly("CANCELLED|40000");
    assertThat(Database.rows("select quantity from order_lines where order_id = " + order))
        .containsExactly("2");
    assertThat(Database.rows("select action, subject from audit_log where store_id = " + shop.id))
        .containsExactly("order.cancelled|order:" + order);
    assertThat(shop.cancel(4).isSuccess("주문 삭제 성공").at("/orders")).hasToString("[]");
  }

  @Test
  void listsUnpaidOrdersByTable() {
    shop.post(Shop.order(7, pizza, 1));
    shop.post(Shop.order(0, cola, 1));
    shop.post(Shop.order(30, cola, 1, pizza, 2));
    shop.post(Shop.order(8, cola, 1));
    shop.cancel(8);

    Answer answer = shop.get("/orders/unpaids").isSuccess("미결제 주문 목록 조회 성공");

    assertThat(answer.at("/store_id").isString()).isTrue();
    assertThat(answer.text("/store_id")).isEqualTo(Long.toString(shop.id));
    assertThat(answer.at("/orders").valueStream().map(order -> order.get("table_no").asInt()))
        .containsExactly(0, 7, 30);
    assertThat(answer.number("/orders/2/table_no")).isEqualTo(30);
    assertThat(answer.number("/orders/2/total_price")).isEqualTo(43_000);
    assertThat(answer.number("/orders/2/order_id")).isPositive();
    assertThat(answer.number("/orders/2/version")).isPositive();
    assertThat(answer.at("/orders/2/carts"))
        .hasToString(
            "[{\"item_id\":%d,\"item_name\":\"콜라\",\"quantity\":1},{\"item_id\":%d,\"item_name\":\"피자\",\"quantity\":2}]"
                .formatted(cola, pizza));
    OffsetDateTime opened = OffsetDateTime.parse(answer.text("/orders/2/order_date"));
    assertThat(opened.getOffset()).isEqualTo(ZoneOffset.ofHours(9));
    assertThat(answer.body().has("next_cursor")).isFalse();
  }

  @Test
  void showsTheUnpaidOrderOfATable() {
    long order = shop.post(Shop.order(6, pizza, 1)).number("/order_id");

    Answer answer = shop.unpaid(6).isSuccess("미결제 주문 테이블 조회 성공");

    assertThat(answer.text("/store_id")).isEqualTo(Long.toString(shop.id));
    assertThat(answer.number("/order_id")).isEqualTo(order);
    assertThat(answer.number("/table_no")).isEqualTo(6);
    assertThat(answer.number("/total_price")).isEqualTo(20_000);
    assertThat(answer.text("/carts/0/item_name")).isEqualTo("피자");
  }

  @Test
  void speaksEnglishToWhoAsksForIt() {
    String[] english = {"Accept-Language", "en"};
    assertThat(shop.post(Shop.order(1, pizza, 1), english).text("/message"))
        .isEqualTo("Order placed");
    assertThat(shop.put(Shop.order(1, pizza, 2), english).text("/message"))
        .isEqualTo("Order changed");
    assertThat(shop.get("/orders/unpaids", english).text("/message")).isEqualTo("Unpaid orders");
    assertThat(shop.post(Shop.order(1, 1, 1), english).text("/message"))
        .isEqualTo("There is no such item: 1");
    assertThat(shop.cancel(1, english).text("/message")).isEqualTo("Order cancelled");
  }

  @Test
  void worksWithATrailingSlashOnEveryPath() {
    String till = shop.authorization();
    shop.call(HttpMethod.POST, "/orders/", Shop.order(2, pizza, 1), till).hasStatus(200);
    shop.call(HttpMethod.PUT, "/orders/", Shop.order(2, pizza, 2), till).hasStatus(200);
    shop.get("/orders/unpaids/").hasStatus(200);
    assertThat(shop.get("/orders/unpaids/2/").hasStatus(200).number("/total_price"))
        .isEqualTo(40_000);
    shop.get("/orders/daily/?date=2026-01-01").hasStatus(200);
    shop.get("/orders/period/?start=2026-01-01&end=2026-01-02").hasStatus(200);
    shop.internal(
            HttpMethod.PUT,
            "/orders/paid/",
            """
            {"table_no":2,"sale_id":1,"total_price":40000,"business_day":"2026-01-01",
             "requested_at":"%s"}
            """
                .formatted(Instant.now()))
        .hasStatus(200);
    shop.call(HttpMethod.DELETE, "/orders/2/", null, till).hasStatus(200);
  }
}
