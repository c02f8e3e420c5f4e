package com.salesync.e2e.torture.fault;

import com.salesync.e2e.torture.till.Rush;
import com.salesync.localstack.standin.Conduct;

/** What befalls those whom the system asks, and what its own clients do all at once. */
final class NeighbourFaults {

  private static final int TAPS = 50;

  private NeighbourFaults() {}

  static Fault model(Conduct conduct) {
    return (site, pick) -> {
      int before = site.stack().model().asked();
      site.stack().model().behave(conduct);
      return new Strike() {
        @Override
        public void end() {
          site.stack().model().behave(Conduct.WELL);
        }

        @Override
        public String effect() {
          int asked = site.stack().model().asked() - before;
          return asked == 0 ? "" : "the model was asked %d times".formatted(asked);
        }
      };
    };
  }

  static Fault sms(Conduct conduct) {
    return (site, pick) -> {
      site.stack().sms().behave(conduct);
      return Strike.of(() -> site.stack().sms().behave(Conduct.WELL), "as asked");
    };
  }

  /** Fifty fingers on one button. */
  static Fault taps() {
    return (site, pick) -> Strike.done(Rush.pay(site.shops().get(), pick, TAPS));
  }
}
