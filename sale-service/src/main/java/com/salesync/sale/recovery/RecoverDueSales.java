package com.salesync.sale.recovery;

import com.salesync.common.tracing.TaskTraces;
import com.salesync.sale.sales.PaymentProperties;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Recovers what is due, a few at a time and each on a thread of its own, so that a call that hangs
 * holds up no other sale. Whatever ends a recovery before its end, a crash or an error nobody
 * expected: the sale is due again when the claim has run out.
 */
@Component
class RecoverDueSales implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(RecoverDueSales.class);

  private static final int AT_ONCE = 8;
  private static final int MOST_AT_A_LOOK = 100;

  private final DueSales dueSales;
  private final RecoverSale recovery;
  private final TaskTraces traces;
  private final PaymentProperties properties;
  private final Clock clock;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofVirtual().name("recovery-", 0).factory());

  RecoverDueSales(
      DueSales dueSales,
      RecoverSale recovery,
      TaskTraces traces,
      PaymentProperties properties,
      Clock clock) {
    this.dueSales = dueSales;
    this.recovery = recovery;
    this.traces = traces;
    this.properties = properties;
    this.clock = clock;
  }

  /** Begins what is due and returns at once; looks for nothing while some still wait their turn. */
  void recoverDueSales() {
    if (threads.getQueue().isEmpty()) {
      dueSales
          .find(clock.instant(), MOST_AT_A_LOOK)
          .forEach(due -> threads.execute(() -> recoverInTurn(due)));
    }
  }

  /** Claims it only now that it can begin: a claim that waits would run out. */
  private void recoverInTurn(DueSale due) {
    try {
      dueSales.claim(due, clock.instant().plus(properties.recoveryLife())).ifPresent(this::recover);
    } catch (RuntimeException unexpected) {
      log.error("Recovery of sale {} of store {}", due.saleId(), due.storeId(), unexpected);
    }
  }

  private void recover(DueSale claimed) {
    traces.continuing(
        claimed.traceparent(),
        "recover sale",
        () -> recovery.recoverSale(claimed).ifPresent(next -> dueSales.postpone(claimed, next)));
  }

  /** Waits for recoveries under way; each is bounded by the time-outs of its calls. */
  @Override
  public void destroy() {
    threads.getQueue().clear();
    threads.close();
  }
}
