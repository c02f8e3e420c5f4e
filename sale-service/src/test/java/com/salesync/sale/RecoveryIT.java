package com.salesync.sale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.sale.OrderServiceFake.Fault;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Many sales are due at once, and more than one replica looks for them. */
@ServiceTest
class RecoveryIT {

  private final RestTestClient client;
  private final AutowireCapableBeanFactory beans;
  private final OrderServiceFake orders = OrderServiceFake.get();

  RecoveryIT(RestTestClient client, AutowireCapableBeanFactory beans) {
    this.client = client;
    this.beans = beans;
  }

  @Test
  void twoRunsAtOnceRecoverEachSaleOnce() throws Exception {
    List<Till> tills =
        IntStream.range(0, 30).mapToObj(i -> pendingUntilTold(Fault.FAILS_AFTER)).toList();
    Object other = beans.createBean(beans.getType("recoverDueSales"));
    List<Callable<Object>> runs =
        List.of(() -> run(other), () -> run(beans.getBean("recoverDueSales")));

    areDue(tills);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(runs);
    }

    tills.forEach(OutageIT::awaitSettled);
    assertThat(tills).allMatch(till -> till.revenueToday() == 12_000);
    // One asked to pay, the other what was paid.
    assertThat(tills).extracting(till -> orders.calls(till.store())).containsOnly(2);
  }

  @Test
  void aRecoveryBelongsToTheTraceOfItsPayment() {
    Till till = pendingUntilTold(Fault.FAILS_AFTER);

    areDue(List.of(till));
    OutageIT.awaitSettled(till);

    assertThat(orders.traces(till.store()))
        .hasSize(2)
        .containsOnly(orders.traces(till.store()).getFirst());
  }

  /** One after the other, those that hang would take 11.5 s. */
  @Test
  void callsThatHangHoldUpNoOtherSale() {
    List<Till> hanging =
        IntStream.range(0, 5).mapToObj(i -> pendingUntilTold(Fault.FAILS_BEFORE)).toList();
    Till healthy = pendingUntilTold(Fault.FAILS_AFTER);
    hanging.forEach(till -> orders.failNext(till.store(), Fault.HANGS_BEFORE));

    areDue(hanging);
    areDue(List.of(healthy));

    await().atMost(6, SECONDS).until(() -> SaleTable.underWay(healthy.store()) == 0);
    assertThat(healthy.revenueToday()).isEqualTo(12_000);
    hanging.forEach(OutageIT::awaitSettled);
  }

  private Till pendingUntilTold(Fault fault) {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    orders.failNext(till.store(), fault);
    till.pay(4, 12_000);
    recoverAt(List.of(till), "infinity");
    return till;
  }

  private static void areDue(List<Till> tills) {
    recoverAt(tills, "now");
  }

  /** All at one moment, so that whoever looks then finds all of them. */
  private static void recoverAt(List<Till> tills, String time) {
    SaleTable.ADMIN
        .sql(
            """
            update sale.sales set recover_at = ?::timestamptz
            where store_id = any(?) and recover_at is not null
            """)
        .param(time)
        .param(new SqlArrayValue("bigint", tills.stream().map(Till::store).toArray()))
        .update();
  }

  private static Object run(Object recovery) {
    ReflectionTestUtils.invokeMethod(recovery, "recoverDueSales");
    return recovery;
  }
}
