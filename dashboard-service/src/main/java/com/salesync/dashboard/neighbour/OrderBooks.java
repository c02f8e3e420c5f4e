package com.salesync.dashboard.neighbour;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What order-service keeps. */
interface OrderBooks {

  @GetExchange("/internal/volumes")
  Volumes volumes(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestParam LocalDate start,
      @RequestParam LocalDate end);

  @GetExchange("/internal/orders/paid-totals")
  PaidTotals paidTotals(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestParam LocalDate start,
      @RequestParam LocalDate end);

  @PostExchange("/internal/orders/day-books")
  DayBooks dayBooks(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String operator,
      @RequestBody StoresAndDays question);

  record Volumes(List<Volume> volumes) {}

  record Volume(LocalDate businessDay, long itemId, String name, long quantity, long revenue) {}

  record PaidTotals(List<PaidDay> days) {}

  record PaidDay(LocalDate businessDay, long orders, long total) {}

  record DayBooks(List<StoreDay> days) {}

  record StoreDay(
      long storeId,
      LocalDate businessDay,
      long orders,
      BigInteger total,
      BigInteger reported,
      BigInteger checksum) {}
}
