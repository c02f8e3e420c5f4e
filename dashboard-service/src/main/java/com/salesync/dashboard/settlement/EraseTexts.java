package com.salesync.dashboard.settlement;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Empties a store's texts and the numbers they went to; what was settled stays. */
@Component
public class EraseTexts {

  private final Settlements settlements;
  private final Clock clock;

  EraseTexts(Settlements settlements, Clock clock) {
    this.settlements = settlements;
    this.clock = clock;
  }

  /**
   * Joins the caller's transaction. A text that still waits is not sent any more.
   *
   * @return how many had something to empty
   */
  public int eraseTexts(long storeId) {
    return settlements.eraseTexts(storeId, clock.instant());
  }
}
