package com.salesync.sale.payment;

import com.salesync.common.security.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to be paid for a tab. It is booked on the business day on which it was made, however
 * long its recovery takes.
 */
@Entity
@Table(name = "sales")
@SuppressWarnings("UnusedVariable") // some columns are written here and read by SQL only
class Sale {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(updatable = false)
  private long storeId;

  @Column(updatable = false)
  private int tableNo;

  @Column(updatable = false)
  private long claimedTotal;

  @Column(updatable = false)
  private String paymentType;

  @Column(updatable = false)
  private LocalDate businessDay;

  @Column(updatable = false)
  private Instant createdAt;

  private @Nullable String idempotencyKey;

  @Enumerated(EnumType.STRING)
  private SaleStatus status = SaleStatus.PENDING;

  private int attempts = 1;
  private Instant attemptedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable Failure failure;

  private @Nullable Long orderId;
  private @Nullable Long totalPrice;
  private @Nullable Instant settledAt;
  private @Nullable Instant voidRequestedAt;
  private @Nullable Instant voidedAt;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Sale() {}

  /** A new sale, about to be asked for the first time. */
  Sale(Tenant tenant, PaymentRequest request, @Nullable String idempotencyKey, Instant now) {
    this.storeId = tenant.storeId();
    this.tableNo = request.tableNo();
    this.claimedTotal = request.totalPrice();
    this.paymentType = request.paymentType();
    this.businessDay = tenant.businessDays().dayOf(now);
    this.createdAt = now;
    this.attemptedAt = now;
    this.idempotencyKey = idempotencyKey;
  }

  /**
   * Takes over the next attempt, unless the last may still be under way.
   *
   * @return whether the caller is the one to ask order-service now
   */
  boolean resume(Instant now, Duration attemptLife) {
    if (status != SaleStatus.PENDING || now.isBefore(attemptedAt.plus(attemptLife))) {
      return false;
    }
    attempts++;
    attemptedAt = now;
    return true;
  }

  void complete(long paidOrder, long total, Instant now) {
    require(SaleStatus.PENDING);
    status = SaleStatus.COMPLETED;
    orderId = paidOrder;
    totalPrice = total;
    settledAt = now;
  }

  void fail(Failure reason, @Nullable Long orderTotal, Instant now) {
    require(SaleStatus.PENDING);
    status = SaleStatus.FAILED;
    failure = reason;
    totalPrice = orderTotal;
    settledAt = now;
    if (!reason.isVerdict()) {
      idempotencyKey = null;
    }
  }

  void requestVoid(Instant now) {
    require(SaleStatus.COMPLETED);
    status = SaleStatus.VOIDING;
    voidRequestedAt = now;
    attemptedAt = now;
  }

  void completeVoid(Instant now) {
    require(SaleStatus.VOIDING);
    status = SaleStatus.VOIDED;
    voidedAt = now;
  }

  private void require(SaleStatus expected) {
    if (status != expected) {
      throw new IllegalStateException("Sale %d is %s, not %s".formatted(id, status, expected));
    }
  }

  /** Whether order-service has been asked once only, so that its refusal is the last word. */
  boolean isFirstAttempt() {
    return attempts == 1;
  }

  boolean isFor(PaymentRequest request) {
    return request.equals(new PaymentRequest(tableNo, claimedTotal, paymentType));
  }

  boolean isBooked() {
    return orderId != null;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("The sale is not stored yet");
    }
    return id;
  }

  long storeId() {
    return storeId;
  }

  int tableNo() {
    return tableNo;
  }

  long claimedTotal() {
    return claimedTotal;
  }

  String paymentType() {
    return paymentType;
  }

  LocalDate businessDay() {
    return businessDay;
  }

  Instant createdAt() {
    return createdAt;
  }

  SaleStatus status() {
    return status;
  }

  Instant attemptedAt() {
    return attemptedAt;
  }

  @Nullable Failure failure() {
    return failure;
  }

  /** The order's total in won, once order-service has named it. */
  long totalPrice() {
    if (totalPrice == null) {
      throw new IllegalStateException("No order's total is known for sale " + id);
    }
    return totalPrice;
  }
}
