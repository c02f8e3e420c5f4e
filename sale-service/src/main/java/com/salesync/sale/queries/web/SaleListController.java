package com.salesync.sale.queries.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.sale.queries.SaleQueries;
import com.salesync.sale.queries.SaleSummary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Sales")
@RestController
class SaleListController {

  /**
   * One sale.
   *
   * @param saleDate on the store's own clock
   * @param voidedAt only in a voided sale
   */
  record SaleAnswer(
      long id,
      long totalPrice,
      OffsetDateTime saleDate,
      String paymentType,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OffsetDateTime voidedAt) {

    static SaleAnswer from(SaleSummary sale, Tenant tenant) {
      return new SaleAnswer(
          sale.id(),
          sale.totalPrice(),
          tenant.businessDays().at(sale.createdAt()),
          sale.paymentType(),
          sale.voidedAt() == null ? null : tenant.businessDays().at(sale.voidedAt()));
    }
  }

  record SalesAnswer(
      List<SaleAnswer> sales,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {

    static SalesAnswer from(Page<SaleAnswer> page) {
      return new SalesAnswer(page.entries(), page.nextCursor());
    }
  }

  private final SaleQueries queries;

  SaleListController(SaleQueries queries) {
    this.queries = queries;
  }

  @Operation(summary = "The booked sales, oldest first; voided ones with include=voided")
  @GetMapping("/sales")
  SalesAnswer sales(
      Tenant tenant,
      @Valid PageRequest page,
      @RequestParam(required = false) @Nullable String include) {
    return SalesAnswer.from(
        queries
            .listSales(tenant.storeId(), page, includesVoided(include))
            .map(sale -> SaleAnswer.from(sale, tenant)));
  }

  private static boolean includesVoided(@Nullable String include) {
    if (include != null && !include.equals("voided")) {
      throw Problem.badRequest("VALIDATION_FAILED").field("include", "invalid");
    }
    return include != null;
  }
}
