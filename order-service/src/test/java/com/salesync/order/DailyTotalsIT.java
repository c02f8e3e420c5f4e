package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.StatementCounter;
import com.salesync.common.test.TestTokens;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the reconciliation is answered, for one store and for all. */
@OrderServiceTest
class DailyTotalsIT {

  private static final String DAY = "2026-03-01";
  private static final String NEXT_DAY = "2026-03-02";

  private final StatementCounter statements;
  private final Shop shop;
  private final Shop other;
  private final long pizza;

  DailyTotalsIT(RestTestClient client, StatementCounter statements) {
    this.statements = statements;
    shop = new Shop(client);
    other = new Shop(client);
    pizza = shop.offer("Pizza", 20_000);
  }

  @Test
  void addsUpTheListedDaysOfManyStores() {
    long first = pay(17, DAY);
    long second = pay(18, DAY);
    pay(19, DAY);
    shop.voidSale(19).hasStatus(200);
    pay(20, NEXT_DAY);
    long foreign = other.offer("Soup", 5_000);
    other.post(Shop.order(1, foreign, 1)).hasStatus(200);
    other.pay(1, 17, 5_000, DAY).hasStatus(200);

    Answer answer = ask(day(shop, DAY), day(other, DAY)).hasStatus(200);

    String mine =
        "{\"store_id\":%d,\"business_day\":\"%s\",\"orders\":2,\"total\":80000,\"reported\":80000,\"checksum\":%d}";
    assertThat(answer.at("/days").valueStream().map(Object::toString))
        .hasSize(2)
        .contains(mine.formatted(shop.id, DAY, 17 * (40_000 + first) + 18 * (40_000 + second)))
        .anyMatch(
            day ->
                day.contains("\"store_id\":" + other.id + ",") && day.contains("\"total\":5000,"));
    assertThat(answer.number("/days/0/store_id")).isLessThan(answer.number("/days/1/store_id"));
  }

  @Test
  void addsTheDaysThatAPaymentOrVoidHasChangedSince() {
    pay(17, DAY);
    Instant paid = Instant.now();
    assertThat(changedSince(paid)).isEmpty();
    pay(18, NEXT_DAY);
    assertThat(changedSince(paid)).containsExactly(NEXT_DAY + " 40000");
    Instant paidAgain = Instant.now();
    shop.voidSale(17).hasStatus(200);
    assertThat(changedSince(paidAgain)).containsExactly(DAY + " 0");
    assertThat(changedSince(paid)).containsExactly(DAY + " 0", NEXT_DAY + " 40000");
  }

  @Test
  void namesADayOnceThoughItIsListedAndChanged() {
    Instant before = Instant.now();
    pay(17, DAY);
    String twice = day(shop, DAY) + "," + day(shop, DAY);
    assertThat(mine(operator("{\"days\":[%s],\"changed_since\":\"%s\"}".formatted(twice, before))))
        .containsExactly(DAY + " 40000");
  }

  @Test
  void saysWhatReportsShowBesideWhatTheOrdersAddUpTo() throws Exception {
    pay(17, DAY);
    Database.change("update daily_item_volumes set revenue = 1 where store_id = " + shop.id);
    Answer answer = ask(day(shop, DAY));
    assertThat(answer.number("/days/0/total")).isEqualTo(40_000);
    assertThat(answer.number("/days/0/reported")).isEqualTo(1);
  }

  @Test
  void manyDaysAreOneStatement() {
    String[] days =
        IntStream.range(0, 1000)
            .mapToObj(i -> "{\"store_id\":%d,\"business_day\":\"%s\"}".formatted(1 + i, DAY))
            .toArray(String[]::new);
    assertThat(statements.during(() -> ask(days).hasStatus(200)))
        .isEqualTo(statements.during(() -> ask(day(shop, DAY)).hasStatus(200)))
        .isEqualTo(1);
  }

  @Test
  void aServiceActingForAStoreSeesThatStoreOnly() {
    pay(17, DAY);
    assertThat(mine(internal("{\"days\":[" + day(shop, DAY) + "]}").hasStatus(200)))
        .containsExactly(DAY + " 40000");
    internal("{\"days\":[%s,%s]}".formatted(day(shop, DAY), day(other, DAY)))
        .isProblem(403, "STORE_MISMATCH");
    internal("{\"days\":[],\"changed_since\":\"%s\"}".formatted(Instant.now()))
        .isProblem(403, "STORE_MISMATCH");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"days\":[null]}",
        "{\"days\":[{\"store_id\":1}]}",
        "{\"days\":[{\"business_day\":\"2026-03-01\"}]}",
        "{\"days\":[{\"store_id\":0,\"business_day\":\"2026-03-01\"}]}",
        "{\"days\":[{\"store_id\":1,\"business_day\":\"+12345-03-01\"}]}",
        "{\"days\":[],\"changed_since\":\"yesterday\"}",
        "{\"days\":[],\"changed_since\":\"-1000-01-01T00:00:00Z\"}",
        "{\"days\":[],\"changed_since\":\"+99999-01-01T00:00:00Z\"}"
      })
  void refusesWhatCannotBe(String body) {
    operator(body).hasStatus(400);
  }

  @Test
  void refusesMoreThanAThousandDays() {
    ask(IntStream.range(0, 1001).mapToObj(i -> day(shop, DAY)).toArray(String[]::new))
        .isProblem(400, "VALIDATION_FAILED");
  }

  /** Pays a new order of 40,000 won and gives its id. */
  private long pay(long sale, String day) {
    shop.postAnew(Shop.order(4, pizza, 2)).hasStatus(200);
    return shop.pay(4, sale, 40_000, day).hasStatus(200).number("/order_id");
  }

  private List<String> changedSince(Instant time) {
    return mine(operator("{\"days\":[],\"changed_since\":\"" + time + "\"}").hasStatus(200));
  }

  /** The shop's own days with their totals; other tests' stores change meanwhile. */
  private List<String> mine(Answer answer) {
    return answer
        .at("/days")
        .valueStream()
        .filter(day -> day.get("store_id").asLong() == shop.id)
        .map(day -> day.get("business_day").asString() + " " + day.get("total"))
        .toList();
  }

  private Answer ask(String... days) {
    return operator(Arrays.stream(days).collect(Collectors.joining(",", "{\"days\":[", "]}")));
  }

  private Answer operator(String body) {
    return shop.call(
        HttpMethod.POST,
        "/internal/orders/day-totals",
        body,
        TestTokens.forNoStore("dashboard-service"));
  }

  private Answer internal(String body) {
    return shop.internal(HttpMethod.POST, "/internal/orders/day-totals", body);
  }

  private static String day(Shop shop, String day) {
    return "{\"store_id\":%d,\"business_day\":\"%s\"}".formatted(shop.id, day);
  }
}
