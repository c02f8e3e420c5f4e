package com.salesync.sale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.sale.Till.Answer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** However often and however many at once: one effect. */
@ServiceTest
class IdempotencyIT {

  private static final int CROWD = 50;

  private final RestTestClient client;
  private final OrderServiceFake orders = OrderServiceFake.get();

  IdempotencyIT(RestTestClient client) {
    this.client = client;
  }

  @Test
  void takesOneOfFiftyTillsPaymentsForOneTable() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);

    List<Answer> answers = atOnce(() -> new Till(client, till.store()).pay(4, 12_000));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 200)
        .hasSize(CROWD - 1)
        .allMatch(answer -> answer.text("message").equals("결제 등록 실패"));
    assertThat(SaleTable.count(till.store(), "COMPLETED")).isOne();
    assertThat(SaleTable.count(till.store(), "FAILED")).isEqualTo(CROWD - 1);
    assertThat(orders.paid(till.store())).hasSize(1);
    assertThat(till.revenueToday()).isEqualTo(12_000);
    // One that was just picked finds its sale settled and ends by itself.
    await().atMost(20, SECONDS).until(() -> SaleTable.recoveries(till.store()) == 0);
  }

  @Test
  void takesOnePaymentOfOneTillsFiftyCallsAndAnswersThemAll() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);

    List<Answer> answers = atOnce(() -> till.pay(4, 12_000));

    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers).extracting(Answer::json).containsOnly(answers.getFirst().json());
    assertThat(SaleTable.count(till.store(), "COMPLETED")).isOne();
    assertThat(orders.paid(till.store())).hasSize(1);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @Test
  void givesFiftyCallsWithOneKeyOneAnswer() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);

    List<Answer> answers = atOnce(() -> payUntilAnswered(till, "one click"));

    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers).extracting(Answer::json).containsOnly(answers.getFirst().json());
    assertThat(SaleTable.only(till.store())).containsEntry("status", "COMPLETED");
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  /** A key whose call never reached order-service may try anew, and whatever it asks for then. */
  @Test
  void givesAKeyThatCameToNothingToOneOfFiftyCalls() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    SaleTable.ADMIN
        .sql(
            """
            insert into sale.sales (store_id, id, table_no, claimed_total, payment_type,
              business_day, created_at, status, attempts, attempted_at, failure, settled_at)
            values (?, 1, 5, 1, 'card', '2026-01-01', now(), 'FAILED', 1, now(), 'NOT_REACHED',
              now())
            """)
        .param(till.store())
        .update();
    SaleTable.ADMIN
        .sql("insert into sale.idempotency_keys values (?, 'POST /sales', 'k', 'other', '1')")
        .param(till.store())
        .update();

    List<Answer> answers = atOnce(() -> payUntilAnswered(till, "k"));

    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers).extracting(Answer::json).containsOnly(answers.getFirst().json());
    assertThat(SaleTable.count(till.store(), "FAILED")).isOne();
    assertThat(SaleTable.count(till.store(), "COMPLETED")).isOne();
  }

  @Test
  void voidsOnceHoweverManyAsk() {
    Till till = new Till(client);
    orders.open(till.store(), 3, 1_000);
    till.pay(3, 1_000);
    orders.open(till.store(), 4, 12_000);
    long sale = till.pay(4, 12_000).number("id");

    List<Answer> answers = atOnce(() -> till.voidSale(sale));

    assertThat(answers)
        .allMatch(answer -> answer.status() == 200 && answer.text("result").equals("success"));
    assertThat(SaleTable.count(till.store(), "VOIDED")).isOne();
    assertThat(till.revenueToday()).isEqualTo(1_000);
  }

  @Test
  void repeatsTheAnswerOfAKey() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    Answer first = till.pay(4, 12_000, "k");
    till.voidSale(first.number("id"));
    orders.open(till.store(), 4, 12_000);

    Answer again =
        till.post(
            "/sales/",
            "{\"table_no\":\"4\",\"total_price\":12000.0,\"payment_type\":\"card\"}",
            "k");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(SaleTable.count(till.store(), "COMPLETED")).isZero();
  }

  @Test
  void repeatsARefusalOfAKey() {
    Till till = new Till(client);
    assertThat(till.pay(4, 12_000, "nothing open").status()).isEqualTo(200);
    orders.open(till.store(), 4, 12_000);
    assertThat(till.pay(4, 11_000, "wrong total").status()).isEqualTo(409);

    assertThat(till.pay(4, 12_000, "nothing open").text("message")).isEqualTo("결제 등록 실패");
    Answer mismatch = till.pay(4, 11_000, "wrong total");
    assertThat(mismatch.status()).isEqualTo(409);
    assertThat(mismatch.number("total_price")).isEqualTo(12_000);
    assertThat(till.pay(4, 12_000, "new click").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"table_no\":5,\"total_price\":12000,\"payment_type\":\"card\"}",
        "{\"table_no\":4,\"total_price\":12001,\"payment_type\":\"card\"}",
        "{\"table_no\":4,\"total_price\":12000,\"payment_type\":\"cash\"}"
      })
  void refusesAKeyWithAnotherBody(String other) {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    till.pay(4, 12_000, "k");

    Answer answer = till.post("/sales", other, "k");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(SaleTable.only(till.store())).containsEntry("status", "COMPLETED");
  }

  @Test
  void keepsTheKeysOfStoresApart() {
    Till one = new Till(client);
    Till other = new Till(client);
    orders.open(one.store(), 4, 12_000);
    orders.open(other.store(), 4, 9_000);

    long first = one.pay(4, 12_000, "k").number("id");
    Answer second = other.pay(4, 9_000, "k");

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.number("id")).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb", "LONG"})
  void refusesAnUnprintableOrLongKey(String key) {
    Till till = new Till(client);
    Answer answer = till.pay(4, 12_000, key.equals("LONG") ? "k".repeat(256) : key);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("errors").get(0).get("field").asString())
        .isEqualTo("Idempotency-Key");
  }

  /** A busy build machine may need longer than a repeat waits; it is then told to come again. */
  private static Answer payUntilAnswered(Till till, String key) {
    return await()
        .atMost(20, SECONDS)
        .until(() -> till.pay(4, 12_000, key), answer -> answer.status() != 504);
  }

  private static List<Answer> atOnce(Callable<Answer> call) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          threads.invokeAll(IntStream.range(0, CROWD).mapToObj(i -> call).toList());
      return answers.stream().map(IdempotencyIT::get).toList();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static Answer get(Future<Answer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
