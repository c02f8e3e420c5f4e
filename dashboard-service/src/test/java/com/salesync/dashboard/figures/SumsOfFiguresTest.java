package com.salesync.dashboard.figures;

import static com.salesync.common.test.property.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.property.Any;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.client.ItemServiceClient.Cost;
import com.salesync.dashboard.client.ItemServiceClient.Costs;
import com.salesync.dashboard.client.ItemServiceClient.ItemCosts;
import com.salesync.dashboard.client.OrderServiceClient.DailyItemVolume;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever was sold at whatever costs: all sums are the same, and none is rounded or cut. */
class SumsOfFiguresTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 12, 25);
  private static final int DAYS = 30;
  private static final int ITEMS = 4;

  /** A table's order holds at most 1000 lines of 999 at 1,000,000,000: a thousand of them a day. */
  private static final long MOST_PIECES = 1_000_000;

  private static final long HIGHEST_AMOUNT = 1_000_000_000;

  private record Sold(List<DailyItemVolume> volumes, List<ItemCosts> costs) {

    static Sold from(Any any) {
      return new Sold(
          any.list(0, 20, Sold::volume).stream()
              .collect(
                  Collectors.toMap(
                      volume -> volume.businessDay() + " " + volume.itemId(),
                      Function.identity(),
                      (one, same) -> one))
              .values()
              .stream()
              .toList(),
          LongStream.rangeClosed(1, ITEMS - 1)
              .mapToObj(item -> new ItemCosts(item, onePerDay(any.list(0, 4, Sold::cost))))
              .toList());
    }

    private static DailyItemVolume volume(Any any) {
      long pieces = any.number(0L, MOST_PIECES);
      return new DailyItemVolume(
          day(any), any.number(1L, ITEMS), "Item", pieces, pieces * any.number(0L, HIGHEST_AMOUNT));
    }

    private static List<Cost> onePerDay(List<Cost> costs) {
      return List.copyOf(
          costs.stream()
              .collect(
                  Collectors.toMap(Cost::effectiveDay, Function.identity(), (one, same) -> one))
              .values());
    }

    private static Cost cost(Any any) {
      return new Cost(day(any), any.chance(20) ? null : any.number(0L, HIGHEST_AMOUNT));
    }

    private static LocalDate day(Any any) {
      return FIRST.plusDays(any.number(0, DAYS - 1));
    }
  }

  @Test
  void agreeForDaysWeekdaysAndItems() {
    forAll(
        20_000,
        Sold::from,
        sold -> {
          SalesFigures figures =
              new SalesFigures(
                  new DayRange(FIRST, FIRST.plusDays(DAYS - 1)),
                  sold.volumes(),
                  new ProfitCalculator(new Costs(sold.costs())));
          BigInteger revenue = sum(sold, volume -> BigInteger.valueOf(volume.revenue()));
          BigInteger profit = revenue.subtract(sum(sold, volume -> costOf(volume, sold.costs())));

          assertThat(BigInteger.valueOf(figures.revenue())).isEqualTo(revenue);
          assertThat(BigInteger.valueOf(figures.profit())).isEqualTo(profit);
          assertThat(figures.days()).hasSize(DAYS);
          assertThat(figures.days().stream().mapToLong(DayFigures::revenue).sum())
              .isEqualTo(figures.revenue())
              .isEqualTo(figures.weekdays().stream().mapToLong(WeekdayFigures::revenue).sum())
              .isEqualTo(figures.items().stream().mapToLong(ItemFigures::revenue).sum());
          assertThat(figures.days().stream().mapToLong(DayFigures::profit).sum())
              .isEqualTo(figures.profit())
              .isEqualTo(figures.items().stream().mapToLong(ItemFigures::profit).sum());
        });
  }

  private static BigInteger sum(Sold sold, Function<DailyItemVolume, BigInteger> amount) {
    return sold.volumes().stream().map(amount).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** The last of those until that day; before all of them, the first that is known. */
  private static BigInteger costOf(DailyItemVolume volume, List<ItemCosts> costs) {
    List<Cost> ofItem =
        costs.stream()
            .filter(item -> item.itemId() == volume.itemId())
            .flatMap(item -> item.costs().stream())
            .sorted(Comparator.comparing(Cost::effectiveDay))
            .toList();
    Optional<Cost> inForce =
        ofItem.stream()
            .filter(cost -> !cost.effectiveDay().isAfter(volume.businessDay()))
            .reduce((earlier, later) -> later);
    Long cost =
        inForce.isPresent()
            ? inForce.get().cost()
            : ofItem.stream().map(Cost::cost).filter(Objects::nonNull).findFirst().orElse(null);
    return BigInteger.valueOf(cost == null ? 0 : cost)
        .multiply(BigInteger.valueOf(volume.quantity()));
  }
}
