package com.salesync.consulting.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.time.DayRange;
import com.salesync.consulting.figures.CostEntry;
import com.salesync.consulting.figures.CostHistory;
import com.salesync.consulting.figures.Figures;
import com.salesync.consulting.figures.Tally;
import com.salesync.consulting.figures.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfflineAdviserTest {

  /** A Monday. */
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final OfflineAdviser adviser = new OfflineAdviser("no key");

  @Test
  void saysWhatEarnsWhatLosesAndWhatToPromote() {
    String advice = adviser.advise("동네피자", week(), Locale.KOREAN).text();

    assertThat(advice)
        .contains(
            "[동네피자] 2026-03-02 ~ 2026-03-08",
            "총매출 335,000원, 순이익 184,000원 (이익률 54%), 판매 품목 4개",
            "- 피자: 매출 200,000원, 이익 130,000원 (이익률 65%), 10개",
            "원가보다 싸게 팔린 메뉴\n- 샐러드: 매출 45,000원, 이익 -6,000원",
            "원가가 없는 메뉴 (원가를 등록하면 순이익이 정확해집니다)\n- 물: 매출 10,000원",
            "- 토요일: 335,000원",
            "1. 가격 조정: '샐러드'",
            "2. 월요일 할인 행사",
            "3. 세트 메뉴: 가장 많이 팔리는 '콜라'(40개)",
            "인공지능 모델 없이")
        .doesNotContain("%d", "%s", "null", "데이터");
  }

  @Test
  void speaksEnglish() {
    String advice = adviser.advise("Corner Pizza", week(), Locale.ENGLISH).text();

    assertThat(advice)
        .contains("Revenue KRW 335,000", "Saturday", "1. Price", "2. Monday offer", "3. Set menu");
  }

  @Test
  void findsSomethingToSayOfASingleItem() {
    Figures one =
        Tally.of(DayRange.of(MONDAY), List.of(new Volume(MONDAY, 1, "피자", 1, 20_000)), Map.of());

    assertThat(adviser.advise("가게", one, Locale.KOREAN).text()).contains("프로모션 제안\n1. 대표 메뉴");
  }

  private static Figures week() {
    LocalDate saturday = MONDAY.plusDays(5);
    return Tally.of(
        new DayRange(MONDAY, MONDAY.plusDays(6)),
        List.of(
            new Volume(saturday, 1, "피자", 10, 200_000),
            new Volume(saturday, 2, "콜라", 40, 80_000),
            new Volume(saturday, 3, "샐러드", 3, 45_000),
            new Volume(saturday, 4, "물", 10, 10_000)),
        Map.of(1L, cost(7_000), 2L, cost(750), 3L, cost(17_000)));
  }

  private static CostHistory cost(long cost) {
    return new CostHistory(List.of(new CostEntry(MONDAY, cost)));
  }
}
