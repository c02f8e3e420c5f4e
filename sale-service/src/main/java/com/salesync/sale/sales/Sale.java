package com.salesync.sale.sales;

import com.salesync.common.security.Tenant;
import com.salesync.sale.order.PaidOrder;
import com.salesync.sale.revenue.RevenueChange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to be paid for an order. It is booked on the business day on which it was made,
 * however long its recovery takes.
 */
@Entity
@IdClass(Sale.Key.class)
@Table(name = "sales")
@SuppressWarnings("UnusedVariable") // some columns are written here and read by SQL only
public class Sale {

  /** How old a sale may be whose answer a till asks for again without a key. */
  private static final Duration REPEAT_WINDOW = Duration.ofSeconds(60);

  /** An id alone means nothing: other stores may have the same. */
  record Key(long storeId, long id) {}

  @Id private long storeId;

  @Id private long id;

  @Column(updatable = false)
  private int tableNo;

  @Column(updatable = false)
  private long claimedTotal;

  @Column(updatable = false)
  private String paymentType;

  /** Null where an earlier release took it. */
  @Column(updatable = false)
  private @Nullable String session;

  @Column(updatable = false)
  private LocalDate businessDay;

  @Column(updatable = false)
  private Instant createdAt;

  @Enumerated(EnumType.STRING)
  private SaleStatus status = SaleStatus.PENDING;

  private int attempts = 1;
  private Instant attemptedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable FailureReason failure;

  private @Nullable Long orderId;
  private @Nullable Long totalPrice;
  private @Nullable Instant settledAt;
  private @Nullable Instant voidRequestedAt;
  private @Nullable Instant voidedAt;
  private @Nullable Instant recoverAt;
  private @Nullable String traceparent;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Sale() {}

  /**
   * A new sale, about to be asked for the first time.
   *
   * @param recoverAt when recovery shall look at it, if it is still pending then
   * @param traceparent the trace of the request
   */
  Sale(
      long id,
      Tenant tenant,
      PaymentRequest request,
      Instant now,
      Instant recoverAt,
      @Nullable String traceparent) {
    this.id = id;
    this.storeId = tenant.storeId();
    this.tableNo = request.tableNo();
    this.claimedTotal = request.totalPrice();
    this.paymentType = request.paymentType();
    this.session = tenant.session();
    this.businessDay = tenant.businessDays().dayOf(now);
    this.createdAt = now;
    this.attemptedAt = now;
    this.recoverAt = recoverAt;
    this.traceparent = traceparent;
  }

  /** Whether the last attempt is so long ago that it may have died, and has not settled it. */
  boolean canResume(Instant now, Duration attemptLife) {
    return status == SaleStatus.PENDING && !now.isBefore(attemptedAt.plus(attemptLife));
  }

  /**
   * Takes over the next attempt, unless the last is still fresh.
   *
   * @return whether the caller is the one to ask order-service now
   */
  boolean resume(Instant now, Duration attemptLife) {
    if (!canResume(now, attemptLife)) {
      return false;
    }
    attempts++;
    attemptedAt = now;
    return true;
  }

  /**
   * Whether a sale that came without a key is this one once more: of the same session, with the
   * same body, within a minute of it, and before this one was voided.
   */
  boolean isRepeatedBy(Sale later) {
    return (status == SaleStatus.PENDING || status == SaleStatus.COMPLETED)
        && session != null
        && session.equals(later.session)
        && tableNo == later.tableNo
        && claimedTotal == later.claimedTotal
        && paymentType.equals(later.paymentType)
        && later.createdAt.isBefore(createdAt.plus(REPEAT_WINDOW));
  }

  /**
   * Books what order-service says the order came to.
   *
   * @return what that adds to the revenue; empty if the sale is booked already
   */
  Optional<RevenueChange> complete(PaidOrder order, Instant now) {
    if (isBooked()) {
      return Optional.empty();
    }
    require(SaleStatus.PENDING);
    status = SaleStatus.COMPLETED;
    orderId = order.orderId();
    totalPrice = order.total();
    settledAt = now;
    recoverAt = null;
    return Optional.of(RevenueChange.gain(storeId, businessDay, order.total()));
  }

  /**
   * Ends a sale that was refused at its only attempt. Where there was one before, that may still
   * arrive at order-service, and recovery ends the sale later.
   *
   * @param orderTotal the total of the order that did not match, in won
   * @return whether it failed now
   */
  boolean failOnlyAttempt(FailureReason reason, @Nullable Long orderTotal, Instant now) {
    if (status != SaleStatus.PENDING || attempts > 1) {
      return false;
    }
    fail(reason, now);
    totalPrice = orderTotal;
    return true;
  }

  /**
   * Ends a sale that order-service calls unpaid, once no request for it can still arrive.
   *
   * @param asked when order-service was asked
   * @param grace how long after the last attempt a request can arrive
   * @return whether it failed now
   */
  boolean giveUp(Instant asked, Duration grace, Instant now) {
    if (status != SaleStatus.PENDING || canStillBePaid(asked, grace)) {
      return false;
    }
    fail(FailureReason.NEVER_PAID, now);
    return true;
  }

  /** Whether a request of the last attempt could still reach order-service at that time. */
  public boolean canStillBePaid(Instant asked, Duration grace) {
    return asked.isBefore(attemptedAt.plus(grace));
  }

  private void fail(FailureReason reason, Instant now) {
    status = SaleStatus.FAILED;
    failure = reason;
    settledAt = now;
    recoverAt = null;
  }

  /**
   * Whether the void was requested now, and not before.
   *
   * @param recover when recovery shall look at it, if it is not voided then
   * @param trace the trace of the request
   */
  boolean requestVoid(Instant now, Instant recover, @Nullable String trace) {
    if (voidRequestedAt != null) {
      return false;
    }
    require(SaleStatus.COMPLETED);
    status = SaleStatus.VOIDING;
    voidRequestedAt = now;
    attemptedAt = now;
    recoverAt = recover;
    traceparent = trace;
    return true;
  }

  /** What the void takes from the revenue; empty if the sale is voided already. */
  Optional<RevenueChange> completeVoid(Instant now) {
    if (status == SaleStatus.VOIDED) {
      return Optional.empty();
    }
    require(SaleStatus.VOIDING);
    status = SaleStatus.VOIDED;
    voidedAt = now;
    recoverAt = null;
    return Optional.of(RevenueChange.gain(storeId, businessDay, totalPrice()).reversed());
  }

  private void require(SaleStatus expected) {
    if (status != expected) {
      throw new IllegalStateException("Sale %d is %s, not %s".formatted(id, status, expected));
    }
  }

  /** Whether a repeat with its idempotency key gets its answer; else the key may try anew. */
  boolean keepsIdempotencyKey() {
    return failure == null || failure.keepsIdempotencyKey();
  }

  public boolean isBooked() {
    return orderId != null;
  }

  public long id() {
    return id;
  }

  public long storeId() {
    return storeId;
  }

  public int tableNo() {
    return tableNo;
  }

  public long claimedTotal() {
    return claimedTotal;
  }

  String paymentType() {
    return paymentType;
  }

  public LocalDate businessDay() {
    return businessDay;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public SaleStatus status() {
    return status;
  }

  public Instant attemptedAt() {
    return attemptedAt;
  }

  public @Nullable FailureReason failure() {
    return failure;
  }

  /** The order's total in won, once order-service has named it. */
  public long totalPrice() {
    if (totalPrice == null) {
      throw new IllegalStateException("No order's total is known for sale " + id);
    }
    return totalPrice;
  }
}
