package com.salesync.consulting.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.time.DayRange;
import com.salesync.consulting.figures.SalesFigures;
import com.salesync.consulting.figures.Sold;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineAdviserTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate SATURDAY = MONDAY.plusDays(5);
  private static final DayRange WEEK = new DayRange(MONDAY, MONDAY.plusDays(6));

  private final OfflineAdviser adviser = new OfflineAdviser("no key");

  @Test
  void saysWhatEarnsWhatLosesAndWhatToPromote() {
    assertThat(advice(week(), Locale.KOREAN))
        .contains(
            "[동네피자] 2026-03-02 ~ 2026-03-08",
            "총매출 335,000원, 순이익 184,000원 (이익률 54%), 판매 품목 4개",
            "- 피자: 매출 200,000원, 이익 130,000원 (이익률 65%), 10개",
            "원가보다 싸게 팔린 메뉴\n- 샐러드: 매출 45,000원, 이익 -6,000원",
            "원가가 없는 메뉴 (원가를 등록하면 순이익이 정확해집니다)\n- 물: 매출 10,000원",
            "- 토요일: 255,000원",
            "1. 가격 조정: '샐러드'은(는) 개당 평균 15,000원에 팔려 개당 2,000원 손해입니다. 최소 18,700원",
            "2. 월요일 할인 행사: 월요일 평균 매출 80,000원은 가장 좋은 토요일(255,000원)의 31%",
            "3. 세트 메뉴: 가장 많이 팔리는 '콜라'(40개)에 이익률이 높은 '피자'(이익률 65%)",
            "인공지능 모델 없이")
        .doesNotContain("%d", "%s", "null", "데이터");
  }

  @Test
  void speaksEnglish() {
    assertThat(advice(week(), Locale.ENGLISH))
        .contains("Revenue KRW 335,000", "Saturday", "1. Price", "2. Monday offer", "3. Set menu");
  }

  @Test
  void takesAWeekdayWithoutSalesForTheDayOff() {
    SalesFigures saturdayOnly = Sold.figures(WEEK, List.of(sold(SATURDAY, 1, 10, 20_000, 7_000L)));

    assertThat(advice(saturdayOnly, Locale.KOREAN)).doesNotContain("할인 행사");
  }

  @ParameterizedTest
  @CsvSource({
    "20000, 7000, 1, 대표 메뉴 홍보, 두 개째 할인, 단골 도장",
    "20000, 15500, 3, 대표 메뉴 홍보, 두 개째 할인, 단골 도장",
    "20000, 18000, 9, 대표 메뉴 홍보, 가격 점검, 재료비 절감",
    "20000, 20000, 9, 가격 점검, 재료비 절감, 함께 권하기",
    "20000, 23000, 9, 가격 조정, 재료비 절감, 함께 권하기",
    "20000,      , 9, 대표 메뉴 홍보, 두 개째 할인, 단골 도장"
  })
  void hasThreePromotionsForASingleItem(
      long price, Long cost, int quantity, String first, String second, String third) {

    assertThat(
            promotions(Sold.figures(WEEK, List.of(sold(MONDAY, 1, quantity, price, cost))), "ko"))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("1. " + first + ": '메뉴 1'"),
            two -> assertThat(two).startsWith("2. " + second + ": '메뉴 1'"),
            three -> assertThat(three).startsWith("3. " + third + ": '메뉴 1'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "en"})
  void hasThreeDifferentPromotionsWithFiguresForAnyMenu(String language) {
    for (int seed = 0; seed < 500; seed++) {
      SalesFigures menu = anyMenu(new Random(seed));

      List<String> promotions = promotions(menu, language);

      assertThat(promotions).as("seed %d: %s", seed, menu).hasSize(3);
      assertThat(promotions.stream().map(OfflineAdviserTest::kind)).doesNotHaveDuplicates();
      assertThat(promotions)
          .as("seed %d: %s", seed, menu)
          .allSatisfy(
              promotion ->
                  assertThat(promotion)
                      .matches(".*[1-9][0-9,]*(원|%).*|.*KRW [1-9].*")
                      .doesNotContainPattern("-[0-9]|(?<![0-9,])0원|KRW 0|null|%[sd]"));
    }
  }

  @Test
  void saysWhatToDoWhenNothingWasSold() {
    assertThat(advice(Sold.figures(WEEK, List.of()), Locale.KOREAN))
        .contains("[동네피자] 2026-03-02 ~ 2026-03-08", "결제를 마친 주문이 있는 기간", "가격과 원가를 등록")
        .doesNotContain("프로모션 제안\n", "요일별 평균");
    assertThat(advice(Sold.figures(WEEK, List.of(sold(MONDAY, 1, 3, 0, null))), Locale.ENGLISH))
        .contains("nothing was sold at a price", "Choose a period");
  }

  private String advice(SalesFigures figures, Locale language) {
    return adviser.advise("동네피자", figures, language).text();
  }

  private List<String> promotions(SalesFigures figures, String language) {
    return advice(figures, Locale.of(language))
        .lines()
        .filter(line -> line.matches("[0-9]\\. .*"))
        .toList();
  }

  /** What comes before the colon; a weekday's offer is one kind whatever the day. */
  private static String kind(String promotion) {
    return promotion.substring(3, promotion.indexOf(':')).replaceFirst("^\\S+(day|일) ", "");
  }

  private static SalesFigures anyMenu(Random random) {
    return Sold.figures(
        WEEK,
        IntStream.rangeClosed(1, 1 + random.nextInt(4))
            .mapToObj(
                item -> {
                  long price = 100 * (1 + random.nextLong(300));
                  Long cost =
                      random.nextInt(3) > 0 ? (Long) (price * random.nextLong(130) / 100) : null;
                  LocalDate day = MONDAY.plusDays(random.nextLong(7));
                  return sold(day, item, 1 + random.nextInt(60), price, cost);
                })
            .toList());
  }

  private static SalesFigures week() {
    return Sold.figures(
        WEEK,
        List.of(
            new Sold(SATURDAY, 1, "피자", 10, 200_000, 7_000L),
            new Sold(MONDAY, 2, "콜라", 40, 80_000, 750L),
            new Sold(SATURDAY, 3, "샐러드", 3, 45_000, 17_000L),
            new Sold(SATURDAY, 4, "물", 10, 10_000, null)));
  }

  private static Sold sold(LocalDate day, long item, int quantity, long price, Long cost) {
    return new Sold(day, item, "메뉴 " + item, quantity, quantity * price, cost);
  }
}
