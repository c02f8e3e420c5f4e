package com.salesync.gateway.costs;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.neighbour.UserHeaders;
import com.salesync.common.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Item-service's public operations on costs, called as the user. */
@HttpExchange("/categories/items/costs")
public interface ItemServiceClient {

  /**
   * A page by ascending item id.
   *
   * @param cursor {@code next_cursor} of the page before; null for the first page
   */
  @GetExchange
  CostPage read(UserHeaders user, @RequestParam(required = false) @Nullable String cursor);

  /** All or nothing. */
  @PostExchange
  CostsSet set(UserHeaders user, @RequestBody NewCosts costs);

  /**
   * Makes a call, whose token is the user's own.
   *
   * @throws Problem 401 if item-service refuses that, as it does when the session has just ended
   */
  static <T> T asTheUser(Supplier<T> call) {
    try {
      return call.get();
    } catch (NeighbourUnavailable outage) {
      if (HttpStatus.UNAUTHORIZED.equals(outage.answered()) && !outage.isOutcomeUnknown()) {
        throw new Problem(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED");
      }
      throw outage;
    }
  }

  /** Some items, and where to go on. */
  record CostPage(List<CostedItem> items, @Nullable String nextCursor) {

    /** A page without items, even none, is no answer: whoever reads it takes it for an outage. */
    public CostPage {
      Objects.requireNonNull(items, "items");
    }
  }

  /**
   * An item with the cost in force.
   *
   * @param cost in KRW; null while unset
   */
  record CostedItem(
      long itemId,
      String name,
      long categoryId,
      String categoryName,
      long price,
      @Nullable Long cost) {}

  /** What to set. */
  record NewCosts(List<NewCost> items) {}

  /** A null cost unsets the item's. */
  record NewCost(long itemId, @Nullable Long cost) {}

  /** Item-service's answer, which is the client's. */
  record CostsSet(String result, String message, List<SetCost> items) {}

  /** An item after the change. */
  record SetCost(long itemId, String name, long categoryId, long price, @Nullable Long cost) {}
}
