package com.salesync.benchmarks.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.salesync.benchmarks.demo.SalesReport.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesReportTest {

  private static final Item PIZZA = new Item("pizza", 3, 30_000);
  private static final Item PASTA = new Item("pasta", 2, 20_000);
  private static final Item WATER = new Item("water", 9, 900);
  private static final Item FRUIT = new Item("fruit", 1, -500);

  @Test
  void ranksItemsByWhatTheyEarn() {
    SalesReport report = new SalesReport(90_000, List.of(WATER, PIZZA, FRUIT, PASTA));

    assertThat(report.profit()).isEqualTo(50_400);
    assertThat(report.best(2)).containsExactly(PIZZA, PASTA);
    assertThat(report.worst(2)).containsExactly(FRUIT, WATER);
  }

  @Test
  void ofFewItemsNoneIsBothAmongTheBestAndTheWorst() {
    SalesReport report = new SalesReport(90_000, List.of(WATER, PIZZA, FRUIT, PASTA));

    assertThat(report.best(3)).containsExactly(PIZZA, PASTA, WATER);
    assertThat(report.worst(3)).containsExactly(FRUIT);
    assertThat(new SalesReport(30_000, List.of(PIZZA)).worst(3)).isEmpty();
    assertThat(new SalesReport(0, List.of()).best(3)).isEmpty();
  }

  @Test
  void readsWhatTheGatewayAnswers() {
    String body =
        """
        {"result": "success", "sales_volume": 54000,
         "items": [{"item_id": 1, "name": "pizza", "quantity": 3, "sales_volume": 54000,
                    "profit": 30000}]}
        """;

    assertThat(SalesReport.read(JsonParser.parseString(body).getAsJsonObject()))
        .isEqualTo(new SalesReport(54_000, List.of(PIZZA)));
  }
}
