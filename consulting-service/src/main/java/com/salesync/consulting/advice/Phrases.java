package com.salesync.consulting.advice;

import java.time.format.TextStyle;
import java.util.Locale;

/** The sentences of the offline adviser in one language. */
record Phrases(
    Locale language,
    String title,
    String totals,
    String lossWarning,
    String bestByProfit,
    String bestByMargin,
    String worst,
    String belowCost,
    String withoutCost,
    String itemLine,
    String weekdays,
    String weekdayLine,
    String promotions,
    String happyDay,
    String bundle,
    String reprice,
    String spotlight,
    String footer) {

  static final TextStyle WEEKDAY = TextStyle.FULL;

  static final Phrases KOREAN =
      new Phrases(
          Locale.KOREAN,
          "[%s] %s ~ %s 매출 정보 분석",
          "총매출 %,d원, 순이익 %,d원 (이익률 %d%%), 판매 품목 %d개",
          "이 기간은 손실입니다. 아래의 원가 이하 판매 품목부터 바로잡으세요.",
          "이익을 가장 많이 내는 메뉴",
          "이익률이 가장 높은 메뉴",
          "이익이 가장 적은 메뉴",
          "원가보다 싸게 팔린 메뉴",
          "원가가 없는 메뉴 (원가를 등록하면 순이익이 정확해집니다)",
          "- %s: 매출 %,d원, 이익 %,d원 (이익률 %d%%), %,d개",
          "요일별 평균 매출",
          "- %s: %,d원",
          "프로모션 제안",
          "%d. %s 할인 행사: %s 평균 매출 %,d원은 가장 좋은 %s(%,d원)의 %d%%입니다. %s에 '%s'(이익률 %d%%)를 10%% 할인해도 개당 약"
              + " %,d원이 남습니다.",
          "%d. 세트 메뉴: 가장 많이 팔리는 '%s'(%,d개)에 이익률이 높은 '%s'(이익률 %d%%)를 세트로 묶어 두 번째 메뉴를 10%% 할인하세요. 주문의"
              + " 10%%만 세트로 바뀌어도 매출이 약 %,d원 늘어납니다.",
          "%d. 가격 조정: '%s'은(는) 개당 평균 %,d원에 팔려 개당 %,d원 손해입니다. 최소 %,d원으로 올리거나 메뉴에서 빼고 '%s'을(를) 대신"
              + " 추천하세요.",
          "%d. 대표 메뉴 홍보: '%s'은(는) 개당 약 %,d원이 남습니다. 메뉴판 맨 위와 계산대에 추천 문구를 두어 판매를 10%% 늘리면 이익이 약 %,d원"
              + " 늘어납니다.",
          "※ 인공지능 모델 없이 매출 정보만으로 계산한 결과입니다.");

  static final Phrases ENGLISH =
      new Phrases(
          Locale.ENGLISH,
          "[%s] Sales from %s to %s",
          "Revenue KRW %,d, net profit KRW %,d (margin %d%%), %d items sold",
          "The period made a loss. Begin with the items sold below cost.",
          "Items that earn most",
          "Items with the best margin",
          "Items that earn least",
          "Items sold below cost",
          "Items without a cost (enter it to make the net profit exact)",
          "- %s: revenue KRW %,d, profit KRW %,d (margin %d%%), %,d sold",
          "Average revenue by weekday",
          "- %s: KRW %,d",
          "Promotions",
          "%d. %s offer: the average %s takes KRW %,d, while the best day, %s, takes KRW %,d (this"
              + " is %d%% of it). On %s sell '%s' (margin %d%%) at 10%% off: about KRW %,d a piece"
              + " still remain.",
          "%d. Set menu: sell your most ordered '%s' (%,d sold) together with '%s' (margin %d%%),"
              + " the second at 10%% off. If one order in ten becomes a set, revenue grows by about"
              + " KRW %,d.",
          "%d. Price: '%s' sells at KRW %,d on average and loses KRW %,d a piece. Raise it to at"
              + " least KRW %,d, or drop it and recommend '%s' instead.",
          "%d. Spotlight: '%s' leaves about KRW %,d a piece. Put it on top of the menu and at the"
              + " till: ten percent more of it earn about KRW %,d.",
          "Reckoned from the sales figures alone, without a language model.");
}
