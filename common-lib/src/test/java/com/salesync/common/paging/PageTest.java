package com.salesync.common.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final Cursor BEFORE_ALL_DAYS = Cursor.of(LocalDate.of(1, 1, 1), 0);

  @Test
  void leadsThroughAListToItsEnd() {
    List<Long> read = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      PageRequest request = new PageRequest(3, cursor);
      Page<Long> page = Page.byId(list(request), request, id -> id);
      assertThat(page.entries()).hasSizeBetween(1, 3);
      read.addAll(page.entries());
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(read).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void namesNoNextPageAfterAFullLastOne() {
    PageRequest request = new PageRequest(7, null);

    assertThat(Page.byId(list(request), request, id -> id).nextCursor()).isNull();
  }

  @Test
  void holdsAThousandEntriesWhereNoLimitIsNamed() {
    assertThat(new PageRequest(null, null).size()).isEqualTo(1000);
    assertThat(new PageRequest(null, null).rowsToRead()).isEqualTo(1001);
  }

  @Test
  void goesOnAfterADayAndAnId() {
    PageRequest first = new PageRequest(1, null);
    Page<Long> page = Page.of(List.of(7L, 8L), first, id -> Cursor.of(DAY, id));

    Cursor after = new PageRequest(1, page.nextCursor()).after(BEFORE_ALL_DAYS);

    assertThat(after.day(0)).isEqualTo(DAY);
    assertThat(after.number(1)).isEqualTo(7);
    assertThat(first.after(BEFORE_ALL_DAYS)).isEqualTo(BEFORE_ALL_DAYS);
  }

  @Test
  void goesOnAfterATimeAndAnId() {
    Instant noon = Instant.parse("2026-11-27T03:00:00.123456Z");
    Cursor byTime = throughTheClient(Cursor.of(noon, 7), Cursor.of(Instant.EPOCH, 0));
    Cursor byDay = throughTheClient(Cursor.of(DAY, noon, 7), Cursor.of(DAY, Instant.EPOCH, 0));

    assertThat(byTime.time(0)).isEqualTo(noon);
    assertThat(byTime.number(1)).isEqualTo(7);
    assertThat(byDay.day(0)).isEqualTo(DAY);
    assertThat(byDay.time(1)).isEqualTo(noon);
    assertThat(byDay.number(2)).isEqualTo(7);
  }

  private static Cursor throughTheClient(Cursor key, Cursor first) {
    return new PageRequest(1, key.text()).after(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999999999999,1", "253402300800000000,1", "-62135596800000001,1"})
  void refusesTimesThatNoListHas(String written) {
    assertRefused(
        () -> new PageRequest(null, encoded(written)).after(Cursor.of(Instant.EPOCH, 0)).time(0));
  }

  @Test
  void keepsItsCursorWithOtherEntries() {
    Page<Long> page = Page.byId(List.of(1L, 2L), new PageRequest(1, null), id -> id);

    assertThat(page.map(String::valueOf)).isEqualTo(new Page<>(List.of("1"), page.nextCursor()));
  }

  @Test
  void beginsWithTheFirstPageWhereTheCursorIsEmpty() {
    assertThat(new PageRequest(null, "").afterId()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "*", "7,8", "x", "1234567890123456789", ",", "7,", "9 "})
  void refusesWhatIsNoCursorOfTheList(String written) {
    assertRefused(() -> new PageRequest(null, encoded(written) + "*").afterId());
    if (!written.equals("7")) {
      assertRefused(() -> new PageRequest(null, encoded(written)).afterId());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999999999999,1", "2932897,1", "-719163,1"})
  void refusesDaysThatNoListHas(String written) {
    assertRefused(() -> new PageRequest(null, encoded(written)).after(BEFORE_ALL_DAYS).day(0));
  }

  private static List<Long> list(PageRequest request) {
    return LongStream.rangeClosed(1, 7)
        .filter(id -> id > request.afterId())
        .limit(request.rowsToRead())
        .boxed()
        .toList();
  }

  private static String encoded(String written) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(written.getBytes(StandardCharsets.US_ASCII));
  }

  private static void assertRefused(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status().value()).isEqualTo(400);
              assertThat(problem.errors()).extracting(Problem.FieldError::field).contains("cursor");
            });
  }
}
