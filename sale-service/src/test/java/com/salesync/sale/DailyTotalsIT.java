package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.database.Reports;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.StatementCounter;
import com.salesync.common.test.TestTokens;
import com.salesync.sale.OrderServiceFake.Fault;
import com.salesync.sale.Till.Answer;
import com.salesync.sale.queries.DailyTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What the reconciliation asks: the totals of listed days, and of all that changed. */
@ServiceTest
class DailyTotalsIT {

  private static final String PATH = "/internal/sales/day-totals";

  private final RestTestClient client;
  private final StatementCounter statements;
  private final DailyTotals totals;
  private final RowsRead rows;
  private final Till operator;
  private final OrderServiceFake orders = OrderServiceFake.get();
  private final LocalDate today = Till.today();

  DailyTotalsIT(
      RestTestClient client,
      StatementCounter statements,
      DailyTotals totals,
      @Reports DataSource reports) {
    this.client = client;
    this.statements = statements;
    this.totals = totals;
    this.rows = ReportsPool.rowsRead(reports);
    this.operator = new Till(client, 0, TestTokens.forNoStore("dashboard-service"));
  }

  @Test
  void answersListedDaysOfManyStores() {
    Till till = new Till(client);
    Till other = new Till(client);
    long first = till.payNewOrder(1, 1_000);
    long second = till.payNewOrder(2, 2_000);
    till.voidSale(till.payNewOrder(3, 4_000));
    long third = other.payNewOrder(1, 8_000);

    Answer answer =
        operator.post(
            PATH,
            "{\"days\":[%s,%s,%s]}"
                .formatted(day(till, today), day(other, today), day(other, today.minusDays(1))),
            null);

    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    assertThat(answer.json().get("days").valueStream().map(JsonNode::toString))
        .containsExactlyInAnyOrder(
            totals(till, today, 2, 3_000, 0, checksum(first, 1_000) + checksum(second, 2_000)),
            totals(other, today, 1, 8_000, 0, checksum(third, 8_000)),
            totals(other, today.minusDays(1), 0, 0, 0, 0));
  }

  @Test
  void answersEveryDayThatChangedSince() {
    Till before = new Till(client);
    before.payNewOrder(1, 500);
    Till voided = new Till(client);
    long sale = voided.payNewOrder(1, 1_000);
    Till beingVoided = new Till(client);
    long stuck = beingVoided.payNewOrder(1, 1_000);
    Instant since = Instant.now();
    Till paid = new Till(client);
    paid.payNewOrder(1, 2_000);
    voided.voidSale(sale);
    Till begun = new Till(client);
    orders.failAlways(begun.store(), Fault.FAILS_BEFORE);
    begun.pay(1, 3_000);
    orders.failAlways(beingVoided.store(), Fault.FAILS_BEFORE);
    beingVoided.voidSale(stuck);

    List<Long> changed = changedSince(since).map(day -> day.get("store_id").asLong()).toList();
    List<Long> none = changedSince(Instant.now()).map(day -> day.get("store_id").asLong()).toList();

    assertThat(changed)
        .contains(paid.store(), voided.store(), begun.store(), beingVoided.store())
        .doesNotContain(before.store());
    assertThat(none).doesNotContainAnyElementsOf(changed);
    orders.heal(begun.store());
    orders.heal(beingVoided.store());
  }

  @Test
  void countsWhatIsUnderWay() {
    Till till = new Till(client);
    orders.open(till.store(), 1, 1_000);
    orders.failAlways(till.store(), Fault.FAILS_AFTER);
    till.pay(1, 1_000);

    Answer pending = ownDay(till);
    orders.heal(till.store());
    OutageIT.awaitSettled(till);

    assertThat(pending.json().get("days").get(0)).hasToString(totals(till, today, 0, 0, 1, 0));
    assertThat(ownDay(till).json().get("days").get(0).get("sales").asLong()).isOne();
  }

  @Test
  void answersAServiceActingForAStore() {
    Till till = new Till(client);
    till.payNewOrder(1, 1_000);

    assertThat(ownDay(till).json().get("days").get(0).get("total").asLong()).isEqualTo(1_000);
  }

  @Test
  void refusesAQuestionItCannotRead() {
    String tooMany = (day(operator, today) + ",").repeat(1000) + day(operator, today);
    for (String refused :
        List.of(
            "{}",
            "{\"days\":null}",
            "{\"days\":[null]}",
            "{\"days\":[{\"store_id\":1}]}",
            "{\"days\":[{\"store_id\":0,\"business_day\":\"2026-01-01\"}]}",
            "{\"days\":[{\"store_id\":1,\"business_day\":\"+12026-01-01\"}]}",
            "{\"days\":[],\"changed_since\":\"yesterday\"}",
            "{\"days\":[%s]}".formatted(tooMany))) {
      assertThat(operator.post(PATH, refused, null).status()).as(refused).isEqualTo(400);
    }
  }

  @Test
  void readsOnlyTheDaysThatChangedInOneStatement() {
    Till idle = new Till(client);
    for (int table = 1; table <= 20; table++) {
      idle.payNewOrder(table, 1_000);
    }
    Instant since = Instant.now();
    Map<String, Long> ofNone =
        rows.during(() -> assertThat(totals.dailyTotals(List.of(), since)).isEmpty());
    new Till(client).payNewOrder(1, 1_000);
    Map<String, Long> ofOne =
        rows.during(() -> assertThat(totals.dailyTotals(List.of(), since)).hasSize(1));

    assertThat(ofNone.getOrDefault("sales", 0L)).isLessThan(10);
    assertThat(ofOne.get("sales") - ofNone.getOrDefault("sales", 0L)).isLessThan(3);
    String question = "{\"days\":[],\"changed_since\":\"%s\"}";
    assertThat(statements(question.formatted(since)))
        .isEqualTo(statements("{\"days\":[%s]}".formatted(day(idle, today))));
  }

  /** The fewest of several tries, since the scheduler polls meanwhile. */
  private int statements(String question) {
    return IntStream.range(0, 10)
        .map(attempt -> statements.during(() -> operator.post(PATH, question, null)))
        .min()
        .orElseThrow();
  }

  private Stream<JsonNode> changedSince(Instant since) {
    Answer answer =
        operator.post(PATH, "{\"days\":[],\"changed_since\":\"%s\"}".formatted(since), null);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().get("days").valueStream();
  }

  private Answer ownDay(Till till) {
    Till service =
        new Till(client, till.store(), TestTokens.internal("dashboard-service", till.store()));
    Answer answer = service.post(PATH, "{\"days\":[%s]}".formatted(day(till, today)), null);
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private long checksum(long sale, long total) {
    return sale * (total + orders.orderPaidBy(sale));
  }

  private static String day(Till till, LocalDate day) {
    return "{\"store_id\":%d,\"business_day\":\"%s\"}".formatted(Math.max(1, till.store()), day);
  }

  private static String totals(
      Till till, LocalDate day, int sales, long total, int pending, long checksum) {
    return ("{\"store_id\":%d,\"business_day\":\"%s\",\"sales\":%d,\"total\":%d,\"pending\":%d,"
            + "\"checksum\":%d}")
        .formatted(till.store(), day, sales, total, pending, checksum);
  }
}
