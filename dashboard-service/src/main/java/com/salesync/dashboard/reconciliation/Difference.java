package com.salesync.dashboard.reconciliation;

import java.math.BigInteger;

/**
 * What the records of a store's day differ by. Two looks that find the same have found it standing:
 * what a sale under way causes is another with every look, since the checksum names the sale.
 *
 * @param sales more sales completed than orders paid
 * @param unpaid KRW of sales without paid orders
 * @param unreported KRW paid that the reports do not show
 * @param checksum not 0 also where two faults cancel each other out in the sums
 */
record Difference(long sales, BigInteger unpaid, BigInteger unreported, BigInteger checksum) {

  private static final Difference NONE =
      new Difference(0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

  boolean isNone() {
    return equals(NONE);
  }
}
