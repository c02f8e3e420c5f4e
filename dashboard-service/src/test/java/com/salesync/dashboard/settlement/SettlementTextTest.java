package com.salesync.dashboard.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.dashboard.client.SaleServiceClient.DailyRevenue;
import com.salesync.dashboard.settlement.sms.SmsText;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SettlementTextTest {

  private static final DailyRevenue DAY =
      new DailyRevenue(LocalDate.of(2026, 3, 1), 1_234, 987_654_321_000L);

  @Test
  void fitsOneMessageInBothLanguages() {
    assertThat(text("동네피자 강남점", Locale.KOREAN).parts()).isEqualTo(1);
    assertThat(text("Corner Pizza Gangnam", Locale.ENGLISH).parts()).isEqualTo(1);
  }

  @Test
  void countsThePartsOfALongStoreName() {
    assertThat(text("가".repeat(20), Locale.KOREAN).parts()).isEqualTo(1);
    assertThat(text("가".repeat(60), Locale.KOREAN).parts()).isEqualTo(2);
    assertThat(text("a".repeat(80), Locale.ENGLISH).parts()).isEqualTo(1);
    assertThat(text("a".repeat(120), Locale.ENGLISH).parts()).isEqualTo(2);
    assertThat(text("[".repeat(80), Locale.ENGLISH).parts()).isEqualTo(2);
    assertThat(text("가" + "a".repeat(60), Locale.ENGLISH).parts()).isEqualTo(2);
  }

  @Test
  void keepsAStoreNameOnOneLine() {
    assertThat(text("피자\r\n가게\u0007", Locale.KOREAN).text()).startsWith("[피자 가게] 2026");
  }

  private static SmsText text(String store, Locale language) {
    return SettlementText.write(new Recipient(store, "", language), DAY);
  }
}
