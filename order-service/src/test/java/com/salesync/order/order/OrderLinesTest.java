package com.salesync.order.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import com.salesync.order.menu.MenuItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderLinesTest {

  private static final MenuItem PIZZA = new MenuItem(1, "Pizza", 20_000);
  private static final MenuItem PIZZA_AT_A_NEW_PRICE = new MenuItem(1, "Pizza", 25_000);
  private static final MenuItem COLA = new MenuItem(2, "Cola", 3_000);

  @Test
  void sameItemAtTheSamePriceJoinsItsLine() {
    OrderLines lines = lines().plus(cart(1, 2), menu(PIZZA)).plus(cart(1, 3), menu(PIZZA));
    assertThat(lines.all()).containsExactly(new OrderLine(1, "Pizza", 20_000, 5));
  }

  @Test
  void sameItemAtANewPriceIsALineOfItsOwn() {
    OrderLines lines =
        lines().plus(cart(1, 2), menu(PIZZA)).plus(cart(1, 1), menu(PIZZA_AT_A_NEW_PRICE));
    assertThat(lines.all())
        .containsExactly(
            new OrderLine(1, "Pizza", 20_000, 2), new OrderLine(1, "Pizza", 25_000, 1));
    assertThat(lines.total()).isEqualTo(65_000);
  }

  @Test
  void quantitiesOfARepeatedItemAddUp() {
    OrderLines lines = lines().plus(cart(1, 1, 2, 1, 1, 4), menu(PIZZA, COLA));
    assertThat(lines.all())
        .containsExactly(new OrderLine(1, "Pizza", 20_000, 5), new OrderLine(2, "Cola", 3_000, 1));
  }

  @Test
  void changingAQuantityKeepsThePrice() {
    OrderLines lines = lines().plus(cart(1, 2), menu(PIZZA));
    assertThat(lines.replacedBy(cart(1, 7), menu(PIZZA_AT_A_NEW_PRICE)).all())
        .containsExactly(new OrderLine(1, "Pizza", 20_000, 7));
  }

  @Test
  void replacingKeepsTheEarliestPricesAndTheLatestTakesTheRest() {
    OrderLines lines =
        lines().plus(cart(1, 3), menu(PIZZA)).plus(cart(1, 2), menu(PIZZA_AT_A_NEW_PRICE));
    assertThat(lines.replacedBy(cart(1, 1), Map.of()).all())
        .containsExactly(new OrderLine(1, "Pizza", 20_000, 1));
    assertThat(lines.replacedBy(cart(1, 4), Map.of()).all())
        .containsExactly(
            new OrderLine(1, "Pizza", 20_000, 3), new OrderLine(1, "Pizza", 25_000, 1));
    assertThat(lines.replacedBy(cart(1, 9), Map.of()).all())
        .containsExactly(
            new OrderLine(1, "Pizza", 20_000, 3), new OrderLine(1, "Pizza", 25_000, 6));
  }

  @Test
  void replacingDropsWhatIsNotAskedForAndPricesWhatIsNew() {
    OrderLines lines = lines().plus(cart(1, 3), menu(PIZZA));
    assertThat(lines.replacedBy(cart(2, 2), menu(COLA)).all())
        .containsExactly(new OrderLine(2, "Cola", 3_000, 2));
  }

  @Test
  void aLineHoldsAtMost999() {
    OrderLines lines = lines().plus(cart(1, 999), menu(PIZZA));
    assertThatThrownBy(() -> lines.plus(cart(2, 1, 1, 1), menu(PIZZA, COLA)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("QUANTITY_TOO_LARGE");
              assertThat(problem.errors().getFirst().field()).isEqualTo("carts[1].quantity");
            });
    assertThatThrownBy(() -> cart(1, 998, 1, 2)).hasMessage("QUANTITY_TOO_LARGE");
  }

  @Test
  void anOrderHoldsAtMostAThousandLinesSoThatNoTotalOverflows() {
    List<OrderLine> most =
        LongStream.rangeClosed(1, 1000)
            .mapToObj(id -> new OrderLine(id, "Gold", 1_000_000_000, 999))
            .toList();
    assertThat(new OrderLines(most).total()).isEqualTo(999_000_000_000_000L);
    List<OrderLine> oneMore = new ArrayList<>(most);
    oneMore.add(most.getFirst());
    assertThatThrownBy(() -> new OrderLines(oneMore)).hasMessage("TAB_FULL");
  }

  @Test
  void unknownItemsAreNamedByFieldAndId() {
    Problem problem = cart(1, 1, 8, 1, 9, 2, 8, 3).unknownItems(java.util.Set.of(1L));
    assertThat(problem.arguments()).containsExactly("8, 9");
    assertThat(problem.errors())
        .extracting(Problem.FieldError::field)
        .containsExactly("carts[1].item_id", "carts[2].item_id", "carts[3].item_id");
  }

  private static OrderLines lines() {
    return new OrderLines(List.of());
  }

  private static Map<Long, MenuItem> menu(MenuItem... items) {
    return java.util.Arrays.stream(items)
        .collect(java.util.stream.Collectors.toMap(MenuItem::itemId, item -> item));
  }

  private static Cart cart(int... itemsAndQuantities) {
    List<Cart.Entry> entries = new ArrayList<>();
    for (int i = 0; i < itemsAndQuantities.length; i += 2) {
      entries.add(new Cart.Entry(itemsAndQuantities[i], itemsAndQuantities[i + 1]));
    }
    return new Cart(entries);
  }
}
