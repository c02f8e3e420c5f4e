package com.salesync.dashboard.settlement;

import com.salesync.dashboard.client.SaleServiceClient.DailyRevenue;
import com.salesync.dashboard.settlement.sms.SmsText;
import java.util.Locale;

/** What an owner reads about a settled day. */
final class SettlementText {

  private SettlementText() {}

  static SmsText write(Recipient recipient, DailyRevenue day) {
    String store = recipient.storeName().replaceAll("[\\p{Cntrl}]+", " ").strip();
    String pattern =
        recipient.language().equals(Locale.ENGLISH)
            ? "%s: settlement of %s%nSales KRW %,d (%d payments)"
            : "[%s] %s 정산%n매출 %,d원 (결제 %d건)";
    return new SmsText(
        String.format(
                recipient.language(), pattern, store, day.businessDay(), day.total(), day.sales())
            .replace("\r\n", "\n"));
  }
}
