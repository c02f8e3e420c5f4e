package com.salesync.order.queries.web;

import com.salesync.common.time.DayRange;
import com.salesync.order.queries.DayBooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For the watch over all stores' books; operator only. */
@Tag(name = "Internal")
@RestController
final class DayBooksController {

  record Question(
      @NotNull @Size(max = 1000) List<@NotNull @Positive Long> storeIds,
      @NotNull LocalDate start,
      @NotNull LocalDate end) {}

  record Answer(List<DayBooks.Day> days) {}

  private final DayBooks books;

  DayBooksController(DayBooks books) {
    this.books = books;
  }

  @Operation(
      summary = "What was paid and what reports show, per store and business day; operator only")
  @PostMapping("/internal/orders/day-books")
  Answer dayBooks(@Valid @RequestBody Question question) {
    return new Answer(
        books.of(question.storeIds(), new DayRange(question.start(), question.end())));
  }
}
