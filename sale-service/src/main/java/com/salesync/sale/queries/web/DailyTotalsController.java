package com.salesync.sale.queries.web;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.sale.queries.DailyTotals;
import com.salesync.sale.queries.StoreDay;
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

/** For the reconciliation with order-service: of one store, or, for the operator, of any. */
@Tag(name = "Internal")
@RestController
class DailyTotalsController {

  record AskedDay(@NotNull @Positive Long storeId, @NotNull LocalDate businessDay) {

    StoreDay toStoreDay() {
      return new StoreDay(storeId, DayRange.of(businessDay).start());
    }
  }

  /**
   * Which days are asked for.
   *
   * @param changedSince also every day of any store that changed since; operator only
   */
  record DayTotalsRequest(
      @NotNull @Size(max = 1000) List<@NotNull @Valid AskedDay> days,
      @Nullable Instant changedSince) {}

  record DayTotalsAnswer(List<DailyTotals.DailyTotal> days) {}

  private final DailyTotals totals;

  DailyTotalsController(DailyTotals totals) {
    this.totals = totals;
  }

  @Operation(
      summary =
          "Totals of the listed business days and, for the operator, of all changed since an"
              + " instant")
  @PostMapping("/internal/sales/day-totals")
  DayTotalsAnswer dayTotals(@Valid @RequestBody DayTotalsRequest request) {
    Tenant tenant = Tenant.current();
    if (tenant != null) {
      requireOwnDays(tenant, request);
    }
    return new DayTotalsAnswer(
        totals.dailyTotals(
            request.days().stream().map(AskedDay::toStoreDay).toList(), request.changedSince()));
  }

  private static void requireOwnDays(Tenant tenant, DayTotalsRequest request) {
    if (request.changedSince() != null
        || request.days().stream().anyMatch(day -> day.storeId() != tenant.storeId())) {
      throw Problem.forbidden("STORE_MISMATCH");
    }
  }
}
