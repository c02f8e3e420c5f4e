package com.salesync.order.tab;

import com.salesync.common.problem.Problem;
import com.salesync.order.book.OrderEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The state of the tab a writer believes to change.
 *
 * @param ifMatch entity tags as in the {@code If-Match} header, {@code *} for any open order; null
 *     if the writer does not care
 */
public record Expectation(@Nullable String ifMatch) {

  /**
   * Compares with what is open at the table now.
   *
   * @throws Problem 412 with that order
   */
  void requireMet(Supplier<Optional<OrderEntry>> open) {
    if (ifMatch == null) {
      return;
    }
    Optional<OrderEntry> current = open.get();
    if (current.filter(order -> allows(ifMatch, order)).isEmpty()) {
      throw new Problem(HttpStatus.PRECONDITION_FAILED, "ORDER_CHANGED")
          .with("order", current.<Object>map(order -> order).orElse(Map.of("carts", List.of())));
    }
  }

  private static boolean allows(String tags, OrderEntry order) {
    return tags.strip().equals("*")
        || Stream.of(tags.split(",")).map(String::strip).anyMatch(order.etag()::equals);
  }
}
