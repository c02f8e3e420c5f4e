package com.salesync.e2e.torture.pretend;

/** A promise that is broken. */
public enum Slip {
  /** A payment's key is not recognised. */
  PAYMENT_REPEATED,
  /** An order sent again is there twice. */
  ORDER_REPEATED,
  /** What was done is answered with a 503 now and then. */
  DONE_BEHIND_503,
  /** An item is shown to whoever names it. */
  TENANT_FORGOTTEN,
  /** A change that insists on what was seen is made whatever is there. */
  STALE_CHANGE_MADE,
  /** A reader sees the order as it was before the last write. */
  READ_GOES_BACK,
  /** A session goes on after its end. */
  SESSION_OUTLIVES,
  /** The password before the last one opens. */
  OLD_PASSWORD_OPENS,
  /** A sale counts twice in the revenue. */
  REVENUE_DOUBLED,
  /** A void is answered and forgotten. */
  VOID_FORGOTTEN,
  /** Another total than is owed is taken. */
  TOTAL_UNCHECKED,
  /** Every settlement is texted, also an equal one. */
  TEXTED_TWICE,
  /** Advice is called ready before it can be read. */
  READY_TOO_EARLY
}
