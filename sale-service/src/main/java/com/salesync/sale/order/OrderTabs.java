package com.salesync.sale.order;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.security.InternalTokens;
import com.salesync.common.time.BusinessDays;
import com.salesync.sale.order.OrderApi.PaidOrder;
import com.salesync.sale.order.OrderApi.Refusal;
import com.salesync.sale.payment.Tabs;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Reads order-service's answers with suspicion: only an answer that says so in its own words counts
 * as paid, refused or unpaid. Whatever else comes back, a proxy's page or half a document, leaves
 * the outcome unclear.
 */
@Component
class OrderTabs implements Tabs {

  private static final String NAME = "order";

  private final OrderApi orders;
  private final InternalTokens tokens;

  OrderTabs(OrderApi orders, InternalTokens tokens) {
    this.orders = orders;
    this.tokens = tokens;
  }

  @Override
  public Permit permit(long storeId, BusinessDays businessDays) {
    return new Permit(tokens.actingFor(storeId, businessDays));
  }

  @Override
  public Verdict pay(Permit permit, Payment payment) {
    OrderApi.PayOrder order =
        new OrderApi.PayOrder(
            payment.tableNo(),
            payment.saleId(),
            payment.total(),
            payment.businessDay(),
            payment.requestedAt());
    try {
      return new Verdict.Paid(ask(() -> paidTab(orders.pay(permit.authorization(), order))));
    } catch (HttpClientErrorException refused) {
      return verdict(refused);
    } catch (NeighbourUnavailable outage) {
      return neverConnected(outage) ? new Verdict.NotReached(outage) : new Verdict.Unclear(outage);
    }
  }

  @Override
  public Optional<PaidTab> paidBy(Permit permit, long saleId) {
    try {
      return Optional.of(ask(() -> paidTab(orders.paidBy(permit.authorization(), saleId))));
    } catch (HttpClientErrorException refused) {
      if (isOrderNotFound(refused)) {
        return Optional.empty();
      }
      throw new NeighbourUnavailable(NAME, refused);
    }
  }

  @Override
  public void voidPaid(Permit permit, long saleId) {
    try {
      ask(
          () ->
              required(
                  orders.voidPaid(permit.authorization(), new OrderApi.VoidOrder(saleId)),
                  OrderApi.VoidedOrder::orderId));
    } catch (HttpClientErrorException refused) {
      throw new NeighbourUnavailable(NAME, refused);
    }
  }

  private static Verdict verdict(HttpClientErrorException refused) {
    if (isOrderNotFound(refused)) {
      return new Verdict.NoOpenOrder();
    }
    Refusal refusal = refusal(refused);
    if (refused.getStatusCode().value() == 409
        && "TOTAL_MISMATCH".equals(refusal.code())
        && refusal.totalPrice() != null) {
      return new Verdict.TotalDiffers(refusal.totalPrice());
    }
    return new Verdict.Unclear(new NeighbourUnavailable(NAME, refused));
  }

  /** A 404 alone may as well come from a wrong address. */
  private static boolean isOrderNotFound(HttpClientErrorException refused) {
    return refused.getStatusCode().value() == 404
        && "ORDER_NOT_FOUND".equals(refusal(refused).code());
  }

  private static Refusal refusal(HttpClientErrorException refused) {
    Refusal unknown = new Refusal(null, null);
    try {
      Refusal refusal = refused.getResponseBodyAs(Refusal.class);
      return refusal == null ? unknown : refusal;
    } catch (RestClientException unreadable) {
      return unknown;
    }
  }

  private static PaidTab paidTab(@Nullable PaidOrder order) {
    return new PaidTab(required(order, PaidOrder::orderId), required(order, PaidOrder::totalPrice));
  }

  private static <A, V> V required(
      @Nullable A answer, java.util.function.Function<A, @Nullable V> field) {
    V value = answer == null ? null : field.apply(answer);
    if (value == null) {
      throw new RestClientException("The answer is incomplete");
    }
    return value;
  }

  private static <T> T ask(Supplier<T> call) {
    try {
      return call.get();
    } catch (HttpClientErrorException refused) {
      throw refused;
    } catch (RestClientException unreadable) {
      throw new NeighbourUnavailable(NAME, unreadable);
    }
  }

  private static boolean neverConnected(NeighbourUnavailable outage) {
    for (Throwable cause = outage.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
        return true;
      }
    }
    return false;
  }
}
