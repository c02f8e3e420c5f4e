package com.salesync.consulting.advice;

import com.salesync.consulting.figures.SalesFigures;
import java.util.Locale;

/** Composes advice from the figures alone, and says that it did. */
public final class OfflineAdviser implements Adviser {

  private final String why;

  /**
   * An adviser for when no model can be asked.
   *
   * @param why shown in the service's health
   */
  public OfflineAdviser(String why) {
    this.why = why;
  }

  @Override
  public Advice advise(String storeName, SalesFigures figures, Locale language) {
    return new Advice(new OfflineReport(storeName, figures, Phrases.in(language)).text());
  }

  @Override
  public Description description() {
    return new Description("offline", why);
  }
}
