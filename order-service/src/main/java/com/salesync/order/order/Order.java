package com.salesync.order.order;

import com.salesync.order.menu.MenuItem;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order of one table; every change is made under its row's lock. */
@Entity
@IdClass(OrderId.class)
@Table(name = "orders")
@SuppressWarnings("UnusedVariable") // some columns are only written here, and read by queries
public class Order {

  @Id
  @Column(name = "store_id")
  private long storeId;

  @Id private long id;
  private int tableNo;
  private long totalPrice;

  @Column(updatable = false)
  private Instant openedAt;

  @Version private long version;

  @Enumerated(EnumType.STRING)
  private OrderStatus status = OrderStatus.OPEN;

  @ElementCollection
  @CollectionTable(
      name = "order_lines",
      joinColumns = {
        @JoinColumn(name = "store_id", referencedColumnName = "store_id"),
        @JoinColumn(name = "order_id", referencedColumnName = "id")
      })
  @OrderColumn(name = "line_no")
  private List<OrderLine> lines = new ArrayList<>();

  private @Nullable Long saleId;
  private @Nullable Instant saleRequestedAt;
  private @Nullable Instant paidAt;
  private @Nullable LocalDate paidDay;
  private @Nullable Instant voidedAt;
  private @Nullable Instant cancelledAt;

  /** For JPA; an order's row is inserted by who opens it. */
  @SuppressWarnings("NullAway.Init")
  protected Order() {}

  public long id() {
    return id;
  }

  public OrderVersion version() {
    return new OrderVersion(id, version);
  }

  public OrderStatus status() {
    return status;
  }

  /** The sale that paid it; null until paid. */
  public @Nullable Long saleId() {
    return saleId;
  }

  /** Whole won. */
  public long totalPrice() {
    return totalPrice;
  }

  /** The day its payment counts for; null until paid. */
  public @Nullable LocalDate paidDay() {
    return paidDay;
  }

  /** Whether it has no lines: only one just opened. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  public Set<Long> itemIds() {
    return lines().itemIds();
  }

  public boolean isOpenedAfter(Instant time) {
    return openedAt.isAfter(time);
  }

  /**
   * Adds what the cart asks for, at the menu's prices.
   *
   * @param menu holds every item of the cart
   */
  public void add(Cart cart, Map<Long, MenuItem> menu) {
    requireStatus(OrderStatus.OPEN);
    replaceLines(lines().plus(cart, menu));
  }

  /**
   * Makes the lines what the cart asks for. What is already ordered keeps its price.
   *
   * @param menu holds every item of the cart that is not on the order
   */
  public void replace(Cart cart, Map<Long, MenuItem> menu) {
    requireStatus(OrderStatus.OPEN);
    replaceLines(lines().replacedBy(cart, menu));
  }

  OrderLines lines() {
    return new OrderLines(lines);
  }

  private void replaceLines(OrderLines changed) {
    lines.clear();
    lines.addAll(changed.all());
    totalPrice = changed.total();
  }

  public void cancel(Instant now) {
    requireStatus(OrderStatus.OPEN);
    status = OrderStatus.CANCELLED;
    cancelledAt = now;
  }

  /**
   * Marks it paid by a sale.
   *
   * @param requestedAt when the till asked for the sale
   * @param businessDay the day the payment counts for
   */
  public void pay(long sale, Instant requestedAt, LocalDate businessDay, Instant now) {
    requireStatus(OrderStatus.OPEN);
    status = OrderStatus.PAID;
    saleId = sale;
    saleRequestedAt = requestedAt;
    paidDay = businessDay;
    paidAt = now;
  }

  /** Its payment no longer counts; the order stays on record. */
  public void voidPayment(Instant now) {
    requireStatus(OrderStatus.PAID);
    status = OrderStatus.VOIDED;
    voidedAt = now;
  }

  private void requireStatus(OrderStatus expected) {
    if (status != expected) {
      throw new IllegalStateException("Order " + id + " is " + status + ", not " + expected);
    }
  }
}
