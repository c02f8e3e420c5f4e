package com.salesync.dashboard.reconciliation;

import com.salesync.common.time.DayRange;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The books of many stores at once, each by one question; days without an entry have nothing. */
public interface AllBooks {

  /** What sale-service took. */
  Map<StoreDay, Taken> taken(List<Long> stores, DayRange days);

  /** What order-service has as paid, and what the reports show. */
  Map<StoreDay, Paid> paid(List<Long> stores, DayRange days);

  /**
   * One day in sale-service.
   *
   * @param pending payments and voids under way, which explain a passing difference
   * @param checksum equals that of {@link Paid} only where every single sale is in both books
   */
  record Taken(long sales, BigInteger total, long pending, BigInteger checksum) {

    static final Taken NOTHING = new Taken(0, BigInteger.ZERO, 0, BigInteger.ZERO);
  }

  /**
   * One day in order-service.
   *
   * @param total won, added up from the orders
   * @param reported won, from the roll-up that reports read
   */
  record Paid(long orders, BigInteger total, BigInteger reported, BigInteger checksum) {

    static final Paid NOTHING = new Paid(0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
  }
}
