package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import com.salesync.common.test.StatementCounter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Orders by business day, in pages, at a cost that does not grow with their number. */
@OrderServiceTest
class PastOrdersIT {

  private final StatementCounter statements;
  private final Shop shop;
  private final long pizza;

  PastOrdersIT(RestTestClient client, StatementCounter statements) {
    this.statements = statements;
    shop = new Shop(client);
    pizza = shop.offer("Pizza", 20_000);
  }

  @Test
  void theDayListsEveryOrderThatWasNotCancelled() {
    long voided = shop.postAnew(Shop.order(4, pizza, 1)).number("/order_id");
    shop.pay(4, 1, 20_000, "2026-03-01").hasStatus(200);
    shop.voidSale(1).hasStatus(200);
    long paid = shop.postAnew(Shop.order(4, pizza, 2)).number("/order_id");
    shop.pay(4, 2, 40_000, "2026-03-01").hasStatus(200);
    shop.postAnew(Shop.order(5, pizza, 1));
    shop.cancel(5);
    long open = shop.postAnew(Shop.order(4, pizza, 3)).number("/order_id");
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));

    Answer daily = shop.get("/orders/daily?date=" + today).isSuccess("하루 주문 조회 성공");

    assertThat(daily.text("/date")).isEqualTo(today.toString());
    assertThat(daily.text("/store_id")).isEqualTo(Long.toString(shop.id));
    assertThat(daily.at("/orders").valueStream().map(o -> o.get("order_id").asLong()))
        .containsExactly(voided, paid, open);
    assertThat(daily.at("/orders").valueStream().map(o -> o.get("status").asString()))
        .containsExactly("VOIDED", "PAID", "OPEN");
    assertThat(daily.number("/orders/1/total_price")).isEqualTo(40_000);
    assertThat(daily.number("/orders/1/table_no")).isEqualTo(4);
    assertThat(daily.at("/orders/1/carts"))
        .hasToString("[{\"item_id\":%d,\"item_name\":\"Pizza\",\"quantity\":2}]".formatted(pizza));

    Answer period =
        shop.get("/orders/period?start=" + today.minusDays(3) + "&end=" + today)
            .isSuccess("기간별 주문 조회 성공");
    assertThat(period.text("/start_date")).isEqualTo(today.minusDays(3).toString());
    assertThat(period.text("/end_date")).isEqualTo(today.toString());
    assertThat(period.at("/orders")).isEqualTo(daily.at("/orders"));
    assertThat(shop.get("/orders/period?start=2026-01-01&end=2026-01-31").at("/orders").size())
        .isZero();
  }

  @Test
  void anOrderBelongsToTheBusinessDayOnTheStoresClock() {
    ZoneOffset whereItIsNoon =
        ZoneOffset.ofHours(12 - OffsetDateTime.now(ZoneOffset.UTC).getHour());
    LocalDate today = LocalDate.now(whereItIsNoon);
    Shop opensLate = shop.in(whereItIsNoon.getId(), "14:00");
    opensLate.post(Shop.order(1, pizza, 1)).hasStatus(200);
    Shop opensEarly = shop.in(whereItIsNoon.getId(), "06:00");
    opensEarly.post(Shop.order(2, pizza, 1)).hasStatus(200);

    assertThat(tables(opensEarly.get("/orders/daily?date=" + today.minusDays(1))))
        .containsExactly(1);
    assertThat(tables(opensEarly.get("/orders/daily?date=" + today))).containsExactly(2);
    OffsetDateTime opened =
        OffsetDateTime.parse(opensLate.get("/orders/unpaids").text("/orders/0/order_date"));
    assertThat(opened.getOffset()).isEqualTo(whereItIsNoon);
    assertThat(opened.toLocalDate()).isEqualTo(today);
  }

  @Test
  void pagesCoverEveryOrderOnce() throws SQLException {
    history(25);
    List<Integer> seen = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 3; page++) {
      Answer answer =
          shop.get("/orders/period?start=2026-01-01&end=2026-12-31&limit=10" + cursor)
              .hasStatus(200);
      seen.addAll(tables(answer));
      assertThat(answer.body().has("next_cursor")).isEqualTo(page < 2);
      cursor = "&cursor=" + answer.text("/next_cursor");
    }
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThat(
            shop.get("/orders/period?start=2026-01-01&end=2026-12-31&limit=25")
                .body()
                .has("next_cursor"))
        .isFalse();
  }

  /** Other nodes hand out other ranges of ids. */
  @Test
  void anOlderOrderComesFirstWhateverItsId() throws SQLException {
    for (int hour = 10; hour < 13; hour++) {
      Database.change(
          """
          with opened as (
            insert into orders (store_id, id, table_no, opened_at, business_day, total_price)
            values (%d, nextval('orders_id_seq') + 1000000 * (13 - %d), %d, '2026-03-01 %d:00Z',
                    '2026-03-01', 5000)
            returning store_id, id)
          insert into order_lines select store_id, id, 0, 1, 'Soup', 5000, 1 from opened
          """
              .formatted(shop.id, hour, hour, hour));
    }
    String list = "/orders/daily?date=2026-03-01";
    assertThat(tables(shop.get(list))).containsExactly(10, 11, 12);
    Answer first = shop.get(list + "&limit=2");
    assertThat(tables(first)).containsExactly(10, 11);
    assertThat(tables(shop.get(list + "&limit=2&cursor=" + first.text("/next_cursor"))))
        .containsExactly(12);
  }

  @Test
  void openTablesArePagedByTable() {
    Parallel.times(5, i -> shop.post(Shop.order(10 * i, pizza, 1)));
    Answer first = shop.get("/orders/unpaids?limit=3");
    assertThat(tables(first)).containsExactly(0, 10, 20);
    Answer rest = shop.get("/orders/unpaids?limit=3&cursor=" + first.text("/next_cursor"));
    assertThat(tables(rest)).containsExactly(30, 40);
    assertThat(rest.body().has("next_cursor")).isFalse();
  }

  @Test
  void aLongListCostsTheStatementsAndCallsOfAShortOne() throws SQLException {
    history(3);
    int few = cost();
    history(100);
    assertThat(cost()).isEqualTo(few).isPositive();
    assertThat(shop.get("/orders/unpaids").at("/orders").size()).isEqualTo(103);
    assertThat(shop.get("/orders/period?start=2026-01-01&end=2026-12-31").at("/orders").size())
        .isEqualTo(103);
  }

  private int cost() {
    List<Integer> counted = new ArrayList<>();
    int calls =
        ItemServiceStub.get()
            .callsDuring(
                () ->
                    counted.add(
                        statements.during(
                            () -> {
                              shop.get("/orders/unpaids").hasStatus(200);
                              shop.get("/orders/period?start=2026-01-01&end=2026-12-31")
                                  .hasStatus(200);
                            })));
    assertThat(calls).isZero();
    return counted.getFirst();
  }

  /** Open orders of spring, one per table, written as a bulk load writes them. */
  private void history(int count) throws SQLException {
    Database.change(
        """
        with opened as (
          insert into orders (store_id, table_no, opened_at, business_day, total_price, version)
          select %1$d, coalesce(max(o.table_no), 0) + n, date '2026-03-01' + n %% 7,
            date '2026-03-01' + n %% 7, 43000, 1
          from generate_series(1, %2$d) n left join orders o on o.store_id = %1$d
          group by n returning store_id, id)
        insert into order_lines
          (store_id, order_id, line_no, item_id, item_name, unit_price, quantity)
        select store_id, id, line, 1 + line, 'Item', 20000 - 17000 * line, 2 - line
        from opened, generate_series(0, 1) line
        """
            .formatted(shop.id, count));
  }

  private static List<Integer> tables(Answer answer) {
    return answer.at("/orders").valueStream().map(order -> order.get("table_no").asInt()).toList();
  }
}
