package com.salesync.dashboard.settlement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import com.salesync.common.web.StoreScoped;
import com.salesync.dashboard.settlement.ListSettlements;
import com.salesync.dashboard.settlement.SettleDay;
import com.salesync.dashboard.settlement.Settlement;
import com.salesync.dashboard.settlement.sms.SmsState;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SettlementController {

  private final SettleDay settle;
  private final ListSettlements list;
  private final Messages messages;

  SettlementController(SettleDay settle, ListSettlements list, Messages messages) {
    this.settle = settle;
    this.list = list;
    this.messages = messages;
  }

  @GetMapping("/dashboard/calculate")
  Settled calculate(
      Tenant tenant,
      @RequestParam LocalDate date,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return answer(settle.settleDay(tenant, date, key));
  }

  /** Left to Spring, a HEAD would do what the GET does, and settle. */
  @Hidden
  @RequestMapping(path = "/dashboard/calculate", method = RequestMethod.HEAD)
  void refuseHead() throws HttpRequestMethodNotSupportedException {
    throw new HttpRequestMethodNotSupportedException("HEAD", List.of("GET"));
  }

  @PostMapping("/dashboard/settlements")
  Settled settle(
      Tenant tenant,
      @Valid @RequestBody Request request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return answer(settle.settleDay(tenant, request.date(), key));
  }

  @GetMapping("/dashboard/settlements")
  SettlementList settlements(
      Tenant tenant,
      @RequestParam LocalDate start,
      @RequestParam LocalDate end,
      @Valid PageRequest page) {
    Page<Settlement> found = list.listSettlements(tenant, new DayRange(start, end), page);
    return new SettlementList(
        "success",
        messages.get("settlements.read"),
        start,
        end,
        found.map(one -> Entry.from(one, tenant.businessDays())).entries(),
        found.nextCursor());
  }

  /** A client knows three outcomes; what is neither sent nor kept back is on its way. */
  private Settled answer(Settlement settlement) {
    SmsState state = settlement.sms();
    String sms =
        switch (state) {
          case SENT -> "sent";
          case SUPPRESSED, REJECTED -> "suppressed";
          case QUEUED, SENDING, AMBIGUOUS -> "queued";
        };
    return new Settled(
        "success",
        messages.get("settled." + state.word()),
        settlement.id(),
        settlement.total(),
        sms,
        settlement.reason(),
        settlement.parts());
  }

  record Request(@NotNull LocalDate date, @Nullable Long storeId) implements StoreScoped {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Settled(
      String result,
      String message,
      long settlementId,
      long salesVolume,
      String sms,
      @Nullable String reason,
      int smsParts) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SettlementList(
      String result,
      String message,
      LocalDate startDate,
      LocalDate endDate,
      List<Entry> settlements,
      @Nullable String nextCursor) {}

  /**
   * One settlement.
   *
   * @param phone masked but for the country and the last four digits
   * @param sms queued, sending, sent, suppressed, rejected or ambiguous
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      long settlementId,
      LocalDate date,
      long salesVolume,
      long sales,
      String phone,
      String sms,
      @Nullable String reason,
      int smsParts,
      OffsetDateTime requestedAt,
      @Nullable OffsetDateTime finishedAt) {

    static Entry from(Settlement settlement, BusinessDays days) {
      Instant finished = settlement.finishedAt();
      return new Entry(
          settlement.id(),
          settlement.businessDay(),
          settlement.total(),
          settlement.sales(),
          settlement.maskedPhone(),
          settlement.sms().word(),
          settlement.reason(),
          settlement.parts(),
          days.at(settlement.requestedAt()),
          finished == null ? null : days.at(finished));
    }
  }
}
