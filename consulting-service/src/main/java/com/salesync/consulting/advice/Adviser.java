package com.salesync.consulting.advice;

import com.salesync.consulting.figures.SalesFigures;
import java.util.Locale;

/** Turns figures into advice. */
public interface Adviser {

  /**
   * Advice in the language asked for.
   *
   * @param language Korean or English
   * @throws NoAdvice if there is none, now or for good
   */
  Advice advise(String storeName, SalesFigures figures, Locale language);

  /** What advises, as health and events name it. */
  Description description();

  /**
   * An adviser.
   *
   * @param kind {@code model} or {@code offline}
   * @param detail the model's name, or why there is none
   */
  record Description(String kind, String detail) {}
}
