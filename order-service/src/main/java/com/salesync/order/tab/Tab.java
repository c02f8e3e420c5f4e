package com.salesync.order.tab;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of one table. Rows are born in {@link OpenTabs}; every change is made under the row's
 * lock.
 */
@Entity
@Table(name = "orders")
@SuppressWarnings("UnusedVariable") // some columns are only written here, and read by queries
class Tab {

  /** How long the same body counts as the same click. */
  private static final Duration REPEAT_WINDOW = Duration.ofSeconds(10);

  @Id private long id;
  private long storeId;
  private int tableNo;
  private long totalPrice;

  @Column(updatable = false)
  private Instant openedAt;

  @Version private long version;

  @Enumerated(EnumType.STRING)
  private TabStatus status = TabStatus.OPEN;

  @ElementCollection
  @CollectionTable(name = "order_lines", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "line_no")
  private List<Line> lines = new ArrayList<>();

  private @Nullable String lastRequest;
  private @Nullable Instant lastRequestAt;
  private @Nullable Long saleId;
  private @Nullable Instant paidAt;
  private @Nullable LocalDate paidDay;
  private @Nullable Instant voidedAt;
  private @Nullable Instant cancelledAt;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Tab() {}

  Touched touched() {
    return new Touched(id, tableNo, version);
  }

  boolean isOpenedAfter(Instant time) {
    return openedAt.isAfter(time);
  }

  long id() {
    return id;
  }

  long totalPrice() {
    return totalPrice;
  }

  TabStatus status() {
    return status;
  }

  /** The day its payment counts for; null until paid. */
  @Nullable LocalDate paidDay() {
    return paidDay;
  }

  /** Whether this is the request that touched the tab last, arriving once more. */
  boolean repeats(String request, Instant now) {
    return request.equals(lastRequest)
        && lastRequestAt != null
        && Duration.between(lastRequestAt, now).compareTo(REPEAT_WINDOW) <= 0;
  }

  void order(Cart cart, Map<Long, Menu.Item> menu, String request, Instant now) {
    require(TabStatus.OPEN);
    become(lines().plus(cart, menu));
    lastRequest = request;
    lastRequestAt = now;
  }

  void replaceBy(Cart cart, Map<Long, Menu.Item> menu) {
    require(TabStatus.OPEN);
    become(lines().replacedBy(cart, menu));
    lastRequest = null;
    lastRequestAt = null;
  }

  Lines lines() {
    return new Lines(lines);
  }

  private void become(Lines changed) {
    lines.clear();
    lines.addAll(changed.all());
    totalPrice = changed.total();
  }

  void cancel(Instant now) {
    require(TabStatus.OPEN);
    status = TabStatus.CANCELLED;
    cancelledAt = now;
  }

  void pay(long sale, LocalDate businessDay, Instant now) {
    require(TabStatus.OPEN);
    status = TabStatus.PAID;
    saleId = sale;
    paidDay = businessDay;
    paidAt = now;
  }

  void takeBackPayment(Instant now) {
    require(TabStatus.PAID);
    status = TabStatus.VOIDED;
    voidedAt = now;
  }

  private void require(TabStatus expected) {
    if (status != expected) {
      throw new IllegalStateException("Order " + id + " is " + status + ", not " + expected);
    }
  }
}
