package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.StatementCounter;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The list of sales, page by page. */
@ServiceTest
class SaleListIT {

  private final RestTestClient client;
  private final StatementCounter statements;

  SaleListIT(RestTestClient client, StatementCounter statements) {
    this.client = client;
    this.statements = statements;
  }

  @Test
  void listsSalesOldestFirst() {
    Till till = new Till(client);
    assertThat(till.get("/sales").json().propertyNames()).containsExactly("sales");
    long first = till.payNewOrder(1, 1_000);
    long second = till.payNewOrder(2, 2_000);

    JsonNode sales = till.get("/sales/").json().get("sales");

    assertThat(sales.size()).isEqualTo(2);
    assertThat(sales.get(0).propertyNames())
        .containsExactly("id", "total_price", "sale_date", "payment_type");
    assertThat(sales.get(0).get("id").asLong()).isEqualTo(first);
    assertThat(sales.get(0).get("total_price").asLong()).isEqualTo(1_000);
    assertThat(sales.get(0).get("payment_type").asString()).isEqualTo("card");
    assertThat(sales.get(1).get("id").asLong()).isEqualTo(second);
    OffsetDateTime date = OffsetDateTime.parse(sales.get(0).get("sale_date").asString());
    assertThat(date.getOffset()).isEqualTo(ZoneOffset.ofHours(9));
    assertThat(date).isBetween(OffsetDateTime.now().minusMinutes(1), OffsetDateTime.now());
  }

  @Test
  void pagesThroughSales() {
    Till till = new Till(client);
    List<Long> paid =
        List.of(till.payNewOrder(1, 1), till.payNewOrder(1, 2), till.payNewOrder(1, 3));

    JsonNode page = till.get("/sales?limit=2").json();
    assertThat(page.get("sales").size()).isEqualTo(2);
    JsonNode rest = till.get("/sales?limit=2&cursor=" + page.get("next_cursor").asString()).json();

    assertThat(rest.get("sales").get(0).get("id").asLong()).isEqualTo(paid.get(2));
    assertThat(rest.has("next_cursor")).isFalse();
    assertThat(till.get("/sales?limit=3").json().has("next_cursor")).isFalse();
  }

  /** Each replica hands out ids of a range of its own, so a later sale may have the lower one. */
  @Test
  void listsByTimeWhateverTheIds() throws SQLException {
    Till till = new Till(client);
    long second = till.payNewOrder(1, 1);
    long third = till.payNewOrder(1, 2);
    long first = third + 1_000_000;
    SaleTable.asAdmin(
        """
        insert into sale.sales (store_id, id, table_no, claimed_total, payment_type, business_day,
          created_at, status, attempts, attempted_at, order_id, total_price, settled_at)
        select store_id, %d, table_no, claimed_total, payment_type, business_day,
          created_at - interval '1 microsecond', status, attempts, attempted_at, order_id + 1000,
          total_price, settled_at
        from sale.sales where store_id = %d and id = %d\
        """
            .formatted(first, till.store(), second));

    List<Long> listed = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = till.get("/sales?limit=1&cursor=" + cursor).json();
      listed.add(page.get("sales").get(0).get("id").asLong());
      cursor = page.path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(listed).containsExactly(first, second, third);
  }

  @Test
  void readsAsManySalesAndDaysAsThereAreInTheSameFewStatements() {
    Till small = new Till(client);
    Till large = new Till(client);
    small.payNewOrder(1, 1_000);
    for (int table = 1; table <= 20; table++) {
      large.payNewOrder(table, 1_000);
    }
    String period =
        "/sales/period?start=%s&end=%s".formatted(Till.today().minusDays(300), Till.today());

    for (String uri : List.of("/sales", period)) {
      assertThat(statements(large, uri)).as(uri).isEqualTo(statements(small, uri)).isPositive();
    }
  }

  /** The fewest of several tries, since the scheduler polls meanwhile. */
  private int statements(Till till, String uri) {
    return IntStream.range(0, 10)
        .map(attempt -> statements.during(() -> till.get(uri)))
        .min()
        .orElseThrow();
  }
}
