package com.salesync.dashboard.settlement;

import java.util.Locale;

/**
 * A text message and how many SMS it takes: 160 characters of the GSM alphabet or 70 of any other
 * fit one, longer texts are cut into parts of 153 or 67.
 */
record SmsText(String text, int parts) {

  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each of these takes the place of two. */
  private static final String GSM_EXTENSION = "^{}\\[~]|€";

  static SmsText of(Recipient recipient, Takings takings) {
    String store = recipient.storeName().replaceAll("[\\p{Cntrl}]+", " ").strip();
    String pattern =
        recipient.language().equals(Locale.ENGLISH)
            ? "%s: settlement of %s%nSales KRW %,d (%d payments)"
            : "[%s] %s 정산%n매출 %,d원 (결제 %d건)";
    String text =
        String.format(
                recipient.language(),
                pattern,
                store,
                takings.businessDay(),
                takings.total(),
                takings.sales())
            .replace("\r\n", "\n");
    return new SmsText(text, partsOf(text));
  }

  private static int partsOf(String text) {
    boolean gsm = text.chars().allMatch(SmsText::isGsm);
    int length =
        gsm
            ? text.chars().map(letter -> GSM_EXTENSION.indexOf(letter) < 0 ? 1 : 2).sum()
            : text.length();
    int single = gsm ? 160 : 70;
    int part = gsm ? 153 : 67;
    return length <= single ? 1 : Math.ceilDiv(length, part);
  }

  private static boolean isGsm(int letter) {
    return GSM.indexOf(letter) >= 0 || GSM_EXTENSION.indexOf(letter) >= 0;
  }
}
