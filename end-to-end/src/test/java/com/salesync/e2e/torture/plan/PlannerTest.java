package com.salesync.e2e.torture.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.torture.plan.Step.How;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Duration LENGTH = Duration.ofMinutes(20);
  private static final List<String> FAULTS = List.of("kill-order", "freeze-sale", "clients-delays");

  private final Plan plan = Planner.plan(7, LENGTH, FAULTS);

  @Test
  void theSameSeedMakesTheSamePlan() {
    assertThat(Planner.plan(7, LENGTH, FAULTS)).isEqualTo(plan);
    assertThat(Planner.plan(7, LENGTH, FAULTS).digest()).isEqualTo(plan.digest());
  }

  @Test
  void anotherSeedMakesAnother() {
    assertThat(Planner.plan(8, LENGTH, FAULTS).digest()).isNotEqualTo(plan.digest());
  }

  @Test
  void thisSeedsPlanIsTheSameOnEveryMachine() {
    assertThat(Planner.plan(7, Duration.ofMinutes(3), FAULTS).digest()).isEqualTo("f339cfba5100");
  }

  @Test
  void otherFaultsLeaveWhatClientsDoAsItIs() {
    assertThat(Planner.plan(7, LENGTH, List.of()).shops()).isEqualTo(plan.shops());
  }

  @Test
  void everyKindOfTheWeightsIsDoneAndEveryFaultBefalls() {
    Stream.of(Kind.PLACE, Kind.CHANGE, Kind.CANCEL, Kind.PAY, Kind.VOID, Kind.EDIT, Kind.SETTLE)
        .forEach(kind -> assertThat(plan.steps(kind)).as("%s", kind).isPositive());
    assertThat(plan.faults()).extracting(PlannedFault::name).containsAll(FAULTS);
  }

  @Test
  void noTwoOrdersOfASessionAtATableAreEqual() {
    for (PlannedShop shop : plan.shops()) {
      List<String> placed =
          shop.scripts().stream()
              .flatMap(
                  script ->
                      script.steps().stream()
                          .filter(step -> step.kind() == Kind.PLACE)
                          .map(step -> script.session() + " " + step.table() + " " + step.lines()))
              .toList();
      assertThat(placed).doesNotHaveDuplicates();
    }
  }

  @Test
  void theDayOfOneShopTurnsWhileItIsOpen() {
    assertThat(plan.shops())
        .filteredOn(shop -> shop.day().turns() != PlannedDay.MIDNIGHT)
        .hasSize(plan.shops().size() / 3)
        .allSatisfy(
            shop ->
                assertThat(shop.scripts())
                    .allSatisfy(
                        script -> {
                          assertThat(script.steps().getFirst().at()).isLessThan(shop.day().turns());
                          assertThat(script.steps().getLast().at())
                              .isGreaterThan(shop.day().turns() + 60_000);
                        }));
  }

  @Test
  void nobodyOrdersTwiceWithoutAKeyInASharedSession() {
    plan.shops().stream()
        .flatMap(shop -> shop.scripts().stream())
        .filter(script -> script.session() == 0)
        .flatMap(script -> script.steps().stream())
        .filter(step -> step.kind() == Kind.PLACE && !step.is(How.KEYED))
        .forEach(step -> assertThat(step.how()).doesNotContain(How.TWICE));
  }

  @Test
  void faultsFollowEachOther() {
    for (int i = 1; i < plan.faults().size(); i++) {
      PlannedFault before = plan.faults().get(i - 1);
      assertThat(plan.faults().get(i).at()).isGreaterThan(before.at() + before.lasts().toMillis());
    }
  }
}
