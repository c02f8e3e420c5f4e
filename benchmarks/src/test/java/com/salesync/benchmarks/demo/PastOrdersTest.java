package com.salesync.benchmarks.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.benchmarks.client.Dish;
import com.salesync.benchmarks.client.MenuItem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastOrdersTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  private final List<MenuItem> menu =
      IntStream.range(0, 40)
          .mapToObj(
              i -> new MenuItem(i + 1, Dish.menu().get(i).name(), Dish.menu().get(i).price(), true))
          .toList();

  @Test
  void theMenuHasFiveCategoriesOfEightWithCosts() {
    assertThat(Dish.menu()).hasSize(40).allMatch(dish -> dish.cost() > 0 && dish.price() > 0);
    assertThat(Dish.menu().stream().map(Dish::category).distinct()).hasSize(5);
    assertThat(Dish.menu().stream().map(Dish::name).distinct()).hasSize(40);
  }

  @Test
  void theSameDayHasTheSameOrders() {
    assertThat(new PastOrders(menu).on(FRIDAY))
        .containsExactlyElementsOf(new PastOrders(menu).on(FRIDAY).toList());
    assertThat(new PastOrders(menu).on(FRIDAY.plusDays(1)).count())
        .isNotEqualTo(new PastOrders(menu).on(FRIDAY.plusDays(3)).count());
  }

  @Test
  void everyOrderIsOpenedAndPaidOnItsDay() {
    assertThat(new PastOrders(menu).on(FRIDAY))
        .hasSizeBetween(30, 60)
        .allSatisfy(
            order -> {
              assertThat(order.openedAt().atZone(ZoneId.of("Asia/Seoul")).toLocalDate())
                  .isEqualTo(FRIDAY);
              assertThat(order.paidAt().atZone(ZoneId.of("Asia/Seoul")).toLocalDate())
                  .isEqualTo(FRIDAY);
              assertThat(order.paidAt()).isAfter(order.openedAt());
              assertThat(order.total()).isPositive();
              assertThat(order.lines()).isNotEmpty();
            });
  }
}
