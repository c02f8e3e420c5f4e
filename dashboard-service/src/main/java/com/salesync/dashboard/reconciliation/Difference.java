package com.salesync.dashboard.reconciliation;

import java.math.BigInteger;

/**
 * What the books of a store's day differ by. Two looks that find the same have found it standing:
 * what a sale under way causes is another with every look, since the checksum names the sale.
 *
 * @param sales more sales taken than orders paid
 * @param unpaid won taken and not paid
 * @param unreported won paid that the reports do not show
 * @param checksum not 0 also where two faults cancel each other out in the sums
 */
record Difference(long sales, BigInteger unpaid, BigInteger unreported, BigInteger checksum) {

  private static final Difference NONE =
      new Difference(0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

  static Difference between(AllBooks.Taken taken, AllBooks.Paid paid) {
    return new Difference(
        taken.sales() - paid.orders(),
        taken.total().subtract(paid.total()),
        paid.total().subtract(paid.reported()),
        taken.checksum().subtract(paid.checksum()));
  }

  boolean isNone() {
    return equals(NONE);
  }

  /** The larger of the two sums, without a sign. */
  BigInteger won() {
    return unpaid.abs().max(unreported.abs());
  }
}
