package com.salesync.e2e.torture.fault;

/** A fault at work. */
public interface Strike {

  /** Takes it away. What has died comes again by itself. */
  void end();

  /**
   * What was seen of it at the stack, asked after its end and once all is well again.
   *
   * @return such as {@code process 4711 died}; empty if it did nothing
   */
  String effect();

  /** One that is over as soon as it has begun. */
  static Strike done(String effect) {
    return of(() -> {}, effect);
  }

  /** One whose effect is known when it begins. */
  static Strike of(Runnable end, String effect) {
    return new Strike() {
      @Override
      public void end() {
        end.run();
      }

      @Override
      public String effect() {
        return effect;
      }
    };
  }
}
