package com.salesync.e2e.torture.plan;

import java.util.Locale;

/** What a client can do. */
public enum Kind {
  /** Makes a shop, by signing up. */
  SIGN_UP,
  /** Adds an item or a category to the menu. */
  ADD,
  PLACE,
  /** Replaces what is on the order. */
  CHANGE,
  CANCEL,
  PAY,
  /** Reads the open order of a table. */
  LOOK,
  VOID,
  /** Reads the revenue of the day. */
  REVENUE,
  /** Reads a report. */
  REPORT,
  /** Lists sales or orders. */
  LIST,
  /** Changes a price, or takes an item from the menu. */
  EDIT,
  /** Reads an item. */
  READ_ITEM,
  SETTLE,
  CONSULT,
  /** Asks what became of a consulting request. */
  FOLLOW,
  LOG_IN,
  LOG_OUT,
  CHECK_PASSWORD,
  CHANGE_PASSWORD,
  /** Asks for what is another shop's. */
  INTRUDE;

  /** As in files and tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
