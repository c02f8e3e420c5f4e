package com.salesync.order.order;

import static com.salesync.order.order.OrderFixture.COLA;
import static com.salesync.order.order.OrderFixture.PIZZA;
import static com.salesync.order.order.OrderFixture.cart;
import static com.salesync.order.order.OrderFixture.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import com.salesync.order.menu.MenuItem;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CartTest {

  @Test
  void addsUpWhatNamesAnItemTwiceInTheOrderOfFirstMention() {
    Cart cart = cart(times(1, PIZZA), times(2, COLA), times(3, PIZZA));
    assertThat(cart.quantities().keySet()).containsExactly(PIZZA.itemId(), COLA.itemId());
    assertThat(cart.quantities().values()).containsExactly(4, 2);
    assertThat(cart.itemIds()).containsExactly(PIZZA.itemId(), COLA.itemId());
  }

  @Test
  void isEmptyWithoutEntries() {
    assertThat(cart().isEmpty()).isTrue();
    assertThat(cart(times(1, COLA)).isEmpty()).isFalse();
  }

  @Test
  void holdsAtMost999OfAnItemAndNamesTheEntryTooMany() {
    assertThat(cart(times(998, PIZZA), times(1, PIZZA)).quantities().values()).containsExactly(999);
    assertThatThrownBy(() -> cart(times(1, COLA), times(998, PIZZA), times(2, PIZZA)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("QUANTITY_TOO_LARGE");
              assertThat(problem.arguments()).containsExactly(999);
              assertThat(problem.errors())
                  .extracting(Problem.FieldError::field)
                  .containsExactly("carts[2].quantity");
            });
  }

  @Test
  void namesUnknownItemsByFieldAndId() {
    MenuItem soup = new MenuItem(8, "Soup", 1);
    MenuItem rice = new MenuItem(9, "Rice", 1);
    Problem problem =
        cart(times(1, PIZZA), times(1, soup), times(2, rice), times(3, soup))
            .unknownItems(Set.of(PIZZA.itemId()));
    assertThat(problem.code()).isEqualTo("ITEM_NOT_FOUND");
    assertThat(problem.arguments()).containsExactly("8, 9");
    assertThat(problem.errors())
        .extracting(Problem.FieldError::field)
        .containsExactly("carts[1].item_id", "carts[2].item_id", "carts[3].item_id");
  }
}
