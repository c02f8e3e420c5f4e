package com.salesync.order.placing;

import com.salesync.common.problem.Problem;
import com.salesync.order.queries.OrderSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of the order a writer believes to change.
 *
 * @param tags entity tags as in the {@code If-Match} header, {@code *} for any open order; null if
 *     the writer does not care
 */
public record IfMatch(@Nullable String tags) {

  /**
   * Compares with what is open at the table now.
   *
   * @throws Problem 412 with that order
   */
  void requireMatch(Supplier<Optional<OrderSummary>> open) {
    if (tags == null) {
      return;
    }
    Optional<OrderSummary> current = open.get();
    if (current.filter(order -> matches(tags, order)).isEmpty()) {
      throw Problem.preconditionFailed("ORDER_CHANGED")
          .with("order", current.<Object>map(order -> order).orElse(Map.of("carts", List.of())));
    }
  }

  private static boolean matches(String tags, OrderSummary order) {
    return tags.strip().equals("*")
        || Stream.of(tags.split(",")).map(String::strip).anyMatch(order.etag()::equals);
  }
}
