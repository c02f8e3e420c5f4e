package com.salesync.e2e.torture.fault;

/** Something that can befall a stack. */
@FunctionalInterface
public interface Fault {

  /**
   * Lets it happen.
   *
   * @param pick chooses where it strikes, where there is a choice
   * @throws Impossible where this machine cannot
   */
  Strike begin(Site site, int pick);
}
