package com.salesync.order.queries.web;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.order.queries.DailyTotals;
import com.salesync.order.queries.StoreDay;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the reconciliation compares with sale-service's totals. */
@Tag(name = "Internal")
@RestController
final class DailyTotalsController {

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  record DailyTotalsRequest(
      @NotNull @Size(max = 1000) List<@NotNull @Valid ListedDay> days,
      @Nullable Instant changedSince) {

    /** What a service acting for one store may ask: days of that store. */
    boolean isOnlyOf(Tenant tenant) {
      return changedSince == null
          && days.stream().allMatch(day -> day.storeId() == tenant.storeId());
    }
  }

  record ListedDay(@NotNull @Positive Long storeId, @NotNull LocalDate businessDay) {

    StoreDay storeDay() {
      return new StoreDay(storeId, DayRange.of(businessDay).start());
    }
  }

  record DailyTotalsAnswer(List<DailyTotals.DailyTotal> days) {}

  private final DailyTotals totals;

  DailyTotalsController(DailyTotals totals) {
    this.totals = totals;
  }

  @Operation(
      summary =
          "What was paid and what reports show, for days of stores and every day changed since;"
              + " a service acting for one store lists that store's days only")
  @PostMapping("/internal/orders/day-totals")
  DailyTotalsAnswer dailyTotals(@Valid @RequestBody DailyTotalsRequest request) {
    Tenant tenant = Tenant.current();
    if (tenant != null && !request.isOnlyOf(tenant)) {
      throw Problem.forbidden("STORE_MISMATCH");
    }
    return new DailyTotalsAnswer(
        totals.dailyTotals(
            request.days().stream().map(ListedDay::storeDay).toList(), storable(request)));
  }

  private static @Nullable Instant storable(DailyTotalsRequest request) {
    Instant since = request.changedSince();
    if (since != null && (since.isBefore(Instant.EPOCH) || since.isAfter(LATEST))) {
      throw Problem.badRequest("VALIDATION_FAILED").field("changed_since", "invalid");
    }
    return since;
  }
}
