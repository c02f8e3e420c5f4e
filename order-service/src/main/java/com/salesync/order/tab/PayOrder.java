package com.salesync.order.tab;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.order.volume.DailyItemVolumes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Order-service's part of a payment: marks the tab paid by a sale and counts its lines as sold, in
 * one transaction. Repeated for the same sale it answers the same and does nothing.
 */
@Component
public class PayOrder {

  /** How far the clocks of this service and sale-service may be apart. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);

  private final Tabs tabs;
  private final DailyItemVolumes volumes;
  private final AuditLog audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  PayOrder(
      Tabs tabs,
      DailyItemVolumes volumes,
      AuditLog audit,
      TransactionOperations transactions,
      Clock clock) {
    this.tabs = tabs;
    this.volumes = volumes;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A sale about to be captured.
   *
   * @param totalPrice what the customer is to pay, whole won
   * @param businessDay the day the sale counts for
   * @param requestedAt when the till asked sale-service, if that has said so
   */
  public record Payment(
      int tableNo,
      long saleId,
      long totalPrice,
      LocalDate businessDay,
      @Nullable Instant requestedAt) {}

  /**
   * Marks the table's open tab paid.
   *
   * @throws Problem 404 {@code ORDER_NOT_FOUND} if nothing is open that the sale can be for, 409
   *     {@code TOTAL_MISMATCH} with the right total
   */
  public PaidOrder pay(Tenant tenant, Payment payment) {
    try {
      PaidOrder paid = transactions.execute(status -> payOnce(tenant, payment));
      return Objects.requireNonNull(paid);
    } catch (DataIntegrityViolationException saleHasPaidAnotherTable) {
      return paidBy(tenant, payment.saleId()).orElseThrow(() -> saleHasPaidAnotherTable);
    }
  }

  /** The order a sale has paid. */
  public Optional<PaidOrder> paidBy(Tenant tenant, long saleId) {
    return tabs.findByStoreIdAndSaleId(tenant.storeId(), saleId).map(PaidOrder::of);
  }

  private PaidOrder payOnce(Tenant tenant, Payment payment) {
    return paidBy(tenant, payment.saleId())
        .or(
            () ->
                tabs.lockOpen(tenant.storeId(), payment.tableNo())
                    .filter(tab -> isMeant(tenant, tab, payment))
                    .map(tab -> capture(tenant, tab, payment)))
        .or(() -> paidBy(tenant, payment.saleId()))
        .orElseThrow(() -> Problem.notFound("ORDER_NOT_FOUND"));
  }

  /**
   * A request may arrive late, when other guests sit at the table. Sale ids grow with time: where a
   * later sale has paid an earlier tab of this table, or this tab is younger than the sale, the
   * sale was for a tab that is gone.
   */
  private boolean isMeant(Tenant tenant, Tab tab, Payment payment) {
    Instant requestedAt = payment.requestedAt();
    return (requestedAt == null || !tab.isOpenedAfter(requestedAt.plus(CLOCK_SKEW)))
        && !tabs.existsByStoreIdAndTableNoAndSaleIdGreaterThan(
            tenant.storeId(), payment.tableNo(), payment.saleId());
  }

  private PaidOrder capture(Tenant tenant, Tab tab, Payment payment) {
    if (tab.totalPrice() != payment.totalPrice()) {
      throw Problem.conflict("TOTAL_MISMATCH", tab.totalPrice())
          .with("total_price", tab.totalPrice());
    }
    tab.pay(payment.saleId(), payment.businessDay(), clock.instant());
    tabs.saveAndFlush(tab);
    volumes.add(tenant.storeId(), payment.businessDay(), tab.id());
    audit.record(
        tenant.storeId(),
        "order.paid",
        "order:" + tab.id(),
        Map.of("sale_id", payment.saleId(), "total_price", tab.totalPrice()));
    return PaidOrder.of(tab);
  }
}
