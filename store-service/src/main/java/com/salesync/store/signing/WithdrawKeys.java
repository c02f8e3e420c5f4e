package com.salesync.store.signing;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Withdraws keys once the last token they signed has expired. */
@Component
public class WithdrawKeys {

  private static final Logger log = LoggerFactory.getLogger(WithdrawKeys.class);

  private final SigningKeys keys;
  private final SigningProperties properties;
  private final Clock clock;

  WithdrawKeys(SigningKeys keys, SigningProperties properties, Clock clock) {
    this.keys = keys;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * To be called after expired sessions have been removed. A key superseded a moment ago stays,
   * since another replica's clock may still have it sign.
   */
  public void withdrawUnusedKeys() {
    int withdrawn = keys.removeUnused(clock.instant().minus(properties.publishAhead()));
    if (withdrawn > 0) {
      log.info("{} signing keys withdrawn: nothing they signed is alive", withdrawn);
    }
  }
}
