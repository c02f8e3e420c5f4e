package com.salesync.order.order;

import static com.salesync.order.order.OrderFixture.COLA;
import static com.salesync.order.order.OrderFixture.PIZZA;
import static com.salesync.order.order.OrderFixture.PIZZA_AT_A_NEW_PRICE;
import static com.salesync.order.order.OrderFixture.cart;
import static com.salesync.order.order.OrderFixture.menu;
import static com.salesync.order.order.OrderFixture.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import com.salesync.order.menu.MenuItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderLinesTest {

  private static final OrderLines NONE = new OrderLines(List.of());

  @Test
  void sameItemAtTheSamePriceJoinsItsLine() {
    OrderLines lines = NONE.plus(cart(times(2, PIZZA)), menu(PIZZA));
    assertThat(lines.plus(cart(times(3, PIZZA)), menu(PIZZA)).all())
        .containsExactly(OrderLine.of(PIZZA, 5));
  }

  @Test
  void sameItemAtANewPriceIsALineOfItsOwn() {
    OrderLines lines =
        NONE.plus(cart(times(2, PIZZA)), menu(PIZZA))
            .plus(cart(times(1, PIZZA)), menu(PIZZA_AT_A_NEW_PRICE));
    assertThat(lines.all())
        .containsExactly(OrderLine.of(PIZZA, 2), OrderLine.of(PIZZA_AT_A_NEW_PRICE, 1));
    assertThat(lines.total()).isEqualTo(65_000);
  }

  @Test
  void quantitiesOfARepeatedItemAddUp() {
    assertThat(
            NONE.plus(cart(times(1, PIZZA), times(1, COLA), times(4, PIZZA)), menu(PIZZA, COLA))
                .all())
        .containsExactly(OrderLine.of(PIZZA, 5), OrderLine.of(COLA, 1));
  }

  @Test
  void changingAQuantityKeepsNameAndPrice() {
    OrderLines lines = NONE.plus(cart(times(2, PIZZA)), menu(PIZZA));
    assertThat(lines.replacedBy(cart(times(7, PIZZA)), menu(PIZZA_AT_A_NEW_PRICE)).all())
        .containsExactly(new OrderLine(1, "Pizza", 20_000, 7));
  }

  @Test
  void replacingKeepsTheEarliestPricesAndTheLatestTakesTheRest() {
    OrderLines lines =
        NONE.plus(cart(times(3, PIZZA)), menu(PIZZA))
            .plus(cart(times(2, PIZZA)), menu(PIZZA_AT_A_NEW_PRICE));
    assertThat(lines.replacedBy(cart(times(1, PIZZA)), menu()).all())
        .containsExactly(OrderLine.of(PIZZA, 1));
    assertThat(lines.replacedBy(cart(times(4, PIZZA)), menu()).all())
        .containsExactly(OrderLine.of(PIZZA, 3), OrderLine.of(PIZZA_AT_A_NEW_PRICE, 1));
    assertThat(lines.replacedBy(cart(times(9, PIZZA)), menu()).all())
        .containsExactly(OrderLine.of(PIZZA, 3), OrderLine.of(PIZZA_AT_A_NEW_PRICE, 6));
  }

  @Test
  void replacingDropsWhatIsNotAskedForAndPricesWhatIsNew() {
    OrderLines lines = NONE.plus(cart(times(3, PIZZA)), menu(PIZZA));
    assertThat(lines.replacedBy(cart(times(2, COLA)), menu(COLA)).all())
        .containsExactly(OrderLine.of(COLA, 2));
  }

  @Test
  void nothingJoinsWithoutAPrice() {
    assertThatThrownBy(() -> NONE.plus(cart(times(1, COLA)), menu(PIZZA)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> NONE.replacedBy(cart(times(1, COLA)), menu(PIZZA)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLineHoldsAtMost999() {
    OrderLines lines = NONE.plus(cart(times(999, PIZZA)), menu(PIZZA));
    assertThatThrownBy(() -> lines.plus(cart(times(1, COLA), times(1, PIZZA)), menu(PIZZA, COLA)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("QUANTITY_TOO_LARGE");
              assertThat(problem.errors().getFirst().field()).isEqualTo("carts[1].quantity");
            });
  }

  @Test
  void anOrderHoldsAtMostAThousandLinesSoThatNoTotalOverflows() {
    List<OrderLine> most =
        LongStream.rangeClosed(1, 1000)
            .mapToObj(id -> OrderLine.of(new MenuItem(id, "Gold", 1_000_000_000), 999))
            .toList();
    assertThat(new OrderLines(most).total()).isEqualTo(999_000_000_000_000L);
    List<OrderLine> oneMore = new ArrayList<>(most);
    oneMore.add(most.getFirst());
    assertThatThrownBy(() -> new OrderLines(oneMore)).hasMessage("TAB_FULL");
  }
}
