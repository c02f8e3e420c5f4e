package com.salesync.sale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.BreakingDatabase;
import com.salesync.common.test.BreakingDatabase.Moment;
import com.salesync.common.test.ServiceTest;
import com.salesync.sale.OrderServiceFake.Fault;
import com.salesync.sale.Till.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What a till is answered and what is there, whichever hop of a payment or void fails at whichever
 * moment: a 503 has had no effect, a 504 may have. Recovery does not come in between; the till's
 * own repeat ends each of them, once.
 */
@ServiceTest
@Import(BreakingDatabase.class)
@TestPropertySource(properties = "salesync.payment.recovery-delay=1h")
class OutcomeIT {

  private final OrderServiceFake orders = OrderServiceFake.get();
  private final BreakingDatabase database;
  private final Till till;
  private final FakeOrders.Order order;

  OutcomeIT(RestTestClient client, BreakingDatabase database) {
    this.database = database;
    till = new Till(client);
    order = orders.open(till.store(), 4, 12_000);
  }

  @AfterEach
  void heal() {
    database.heal();
    orders.heal(till.store());
  }

  /** A fault is one of order-service's, or the status whose writing breaks off and when. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // fault                      key   answer sale       order
    "BUSY,                          ,    503,  FAILED,    OPEN",
    "BUSY,                          k,   503,  FAILED,    OPEN",
    "RESETS_BEFORE,                 ,    504,  PENDING,   OPEN",
    "RESETS_BEFORE,                 k,   504,  PENDING,   OPEN",
    "RESETS_AFTER,                  ,    504,  PENDING,   PAID",
    "RESETS_AFTER,                  k,   504,  PENDING,   PAID",
    "PENDING BEFORE_COMMIT,         ,    503,  none,      OPEN",
    "PENDING BEFORE_COMMIT,         k,   503,  none,      OPEN",
    "PENDING AT_COMMIT,             ,    504,  none,      OPEN",
    "PENDING AT_COMMIT,             k,   504,  none,      OPEN",
    "PENDING AFTER_COMMIT,          ,    504,  PENDING,   OPEN",
    "PENDING AFTER_COMMIT,          k,   504,  PENDING,   OPEN",
    "COMPLETED BEFORE_COMMIT,       ,    504,  PENDING,   PAID",
    "COMPLETED BEFORE_COMMIT,       k,   504,  PENDING,   PAID",
    "COMPLETED AT_COMMIT,           ,    504,  PENDING,   PAID",
    "COMPLETED AT_COMMIT,           k,   504,  PENDING,   PAID",
    "COMPLETED AFTER_COMMIT,        ,    504,  COMPLETED, PAID",
    "COMPLETED AFTER_COMMIT,        k,   504,  COMPLETED, PAID",
  })
  void paysOnceWhateverFails(
      String fault, @Nullable String key, int answer, String sale, String ofOrder) {
    provoke(fault);

    assertAnswer(till.pay(4, 12_000, key), answer);

    assertThat(status()).isEqualTo(sale);
    assertThat(order.status).isEqualTo(ofOrder);
    database.heal();
    Answer repeated =
        await()
            .atMost(10, SECONDS)
            .until(() -> till.pay(4, 12_000, key), again -> again.status() != 504);
    assertThat(repeated.status()).isEqualTo(201);
    assertThat(order.paidBy).isEqualTo(repeated.number("id"));
    assertThat(SaleTable.count(till.store(), "COMPLETED")).isOne();
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // fault                     answer sale       order
    "BUSY,                         504,  VOIDING,   PAID",
    "RESETS_BEFORE,                504,  VOIDING,   PAID",
    "RESETS_AFTER,                 504,  VOIDING,   VOIDED",
    "VOIDING BEFORE_COMMIT,        503,  COMPLETED, PAID",
    "VOIDING AT_COMMIT,            504,  COMPLETED, PAID",
    "VOIDING AFTER_COMMIT,         504,  VOIDING,   PAID",
    "VOIDED BEFORE_COMMIT,         504,  VOIDING,   VOIDED",
    "VOIDED AT_COMMIT,             504,  VOIDING,   VOIDED",
    "VOIDED AFTER_COMMIT,          504,  VOIDED,    VOIDED",
  })
  void voidsOnceWhateverFails(String fault, int answer, String sale, String ofOrder) {
    long id = till.pay(4, 12_000).number("id");
    provoke(fault);

    assertAnswer(till.voidSale(id), answer);

    assertThat(status()).isEqualTo(sale);
    assertThat(order.status).isEqualTo(ofOrder);
    database.heal();
    assertThat(till.voidSale(id).text("result")).isEqualTo("success");
    assertThat(status()).isEqualTo("VOIDED");
    assertThat(order.status).isEqualTo("VOIDED");
    assertThat(till.revenueToday()).isZero();
  }

  private void provoke(String fault) {
    String[] words = fault.split(" ");
    if (words.length == 1) {
      orders.failNext(till.store(), Fault.valueOf(fault));
    } else {
      database.breakOff(
          "sale.sales",
          "new.store_id = %d and new.status = '%s'".formatted(till.store(), words[0]),
          Moment.valueOf(words[1]));
    }
  }

  private static void assertAnswer(Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(status);
    assertThat(answer.headers().getFirst("Retry-After")).isNotNull();
    assertThat(answer.text("code"))
        .isIn(
            status == 504
                ? new Object[] {"OUTCOME_UNKNOWN"}
                : new Object[] {"NEIGHBOUR_UNAVAILABLE", "DATABASE_UNAVAILABLE"});
  }

  private String status() {
    return SaleTable.ADMIN
        .sql("select status from sale.sales where store_id = ?")
        .param(till.store())
        .query(String.class)
        .optional()
        .orElse("none");
  }
}
