package com.salesync.dashboard.settlement.sms;

/**
 * The text of an SMS: 160 characters of the GSM alphabet or 70 of any other fit one message, longer
 * texts are cut into parts of 153 or 67.
 */
public record SmsText(String text) {

  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each of these takes the place of two. */
  private static final String GSM_EXTENSION = "^{}\\[~]|€";

  /** How many messages it takes. */
  public int parts() {
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
