package com.salesync.sale.order;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.security.InternalTokens;
import com.salesync.common.security.Tenant;
import com.salesync.sale.order.OrderServiceClient.LastPaymentAnswer;
import com.salesync.sale.order.OrderServiceClient.PaidAnswer;
import com.salesync.sale.order.OrderServiceClient.Refusal;
import com.salesync.sale.order.OrderServiceClient.VoidOrder;
import com.salesync.sale.order.OrderServiceClient.VoidedAnswer;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Pays and voids orders at order-service; every operation may be repeated. Its answers are read
 * with suspicion: only one that says so in its own words counts as paid, refused or unpaid.
 * Whatever else comes back, a proxy's page or half a document, leaves the outcome unclear.
 */
@Component
public class OrderPayments {

  private static final String NAME = "order";

  private final OrderServiceClient orders;
  private final InternalTokens tokens;

  OrderPayments(OrderServiceClient orders, InternalTokens tokens) {
    this.orders = orders;
    this.tokens = tokens;
  }

  public OrderPermit permit(Tenant tenant) {
    return new OrderPermit(tokens.actingFor(tenant));
  }

  public PayOrderResult payOrder(OrderPermit permit, PayOrder order) {
    try {
      return new PayOrderResult.Paid(
          ask(() -> paidOrder(orders.payOrder(permit.authorization(), order))));
    } catch (HttpClientErrorException refused) {
      return result(refused);
    } catch (NeighbourUnavailable outage) {
      return !outage.isOutcomeUnknown()
          ? new PayOrderResult.NotReached(outage)
          : new PayOrderResult.Unclear(outage);
    }
  }

  /**
   * The order this sale has paid, if it has.
   *
   * @throws NeighbourUnavailable if there is no telling
   */
  public Optional<PaidOrder> orderPaidBy(Tenant tenant, long saleId) {
    try {
      return Optional.of(ask(() -> paidOrder(orders.orderPaidBy(tenant, saleId))));
    } catch (HttpClientErrorException refused) {
      if (isOrderNotFound(refused)) {
        return Optional.empty();
      }
      throw new NeighbourUnavailable(NAME, refused);
    }
  }

  /**
   * Marks the order this sale has paid as voided.
   *
   * @throws NeighbourUnavailable if it is not certain that this has happened
   */
  public void voidOrder(Tenant tenant, long saleId) {
    try {
      ask(() -> required(orders.voidOrder(tenant, new VoidOrder(saleId)), VoidedAnswer::orderId));
    } catch (HttpClientErrorException refused) {
      throw NeighbourUnavailable.ofWrite(NAME, refused);
    }
  }

  private static PayOrderResult result(HttpClientErrorException refused) {
    Refusal refusal = refusal(refused);
    if (isOrderNotFound(refused)) {
      return new PayOrderResult.NoOpenOrder(lastPayment(refusal.lastPayment()));
    }
    if (refused.getStatusCode().value() == 409
        && "TOTAL_MISMATCH".equals(refusal.code())
        && refusal.totalPrice() != null) {
      return new PayOrderResult.TotalMismatch(refusal.totalPrice());
    }
    return new PayOrderResult.Unclear(NeighbourUnavailable.ofWrite(NAME, refused));
  }

  /** A 404 alone may as well come from a wrong address. */
  private static boolean isOrderNotFound(HttpClientErrorException refused) {
    return refused.getStatusCode().value() == 404
        && "ORDER_NOT_FOUND".equals(refusal(refused).code());
  }

  private static Refusal refusal(HttpClientErrorException refused) {
    Refusal unknown = new Refusal(null, null, null);
    try {
      Refusal refusal = refused.getResponseBodyAs(Refusal.class);
      return refusal == null ? unknown : refusal;
    } catch (RestClientException unreadable) {
      return unknown;
    }
  }

  private static @Nullable LastPayment lastPayment(@Nullable LastPaymentAnswer named) {
    return named == null
            || named.saleId() == null
            || named.orderId() == null
            || named.totalPrice() == null
        ? null
        : new LastPayment(named.saleId(), new PaidOrder(named.orderId(), named.totalPrice()));
  }

  private static PaidOrder paidOrder(@Nullable PaidAnswer answer) {
    return new PaidOrder(
        required(answer, PaidAnswer::orderId), required(answer, PaidAnswer::totalPrice));
  }

  private static <A, V> V required(@Nullable A answer, Function<A, @Nullable V> field) {
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
      throw NeighbourUnavailable.ofWrite(NAME, unreadable);
    }
  }
}
