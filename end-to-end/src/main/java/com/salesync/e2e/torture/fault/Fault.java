package com.salesync.e2e.torture.fault;

/** Something that can befall a stack. */
public interface Fault {

  /**
   * Lets it happen.
   *
   * @param pick chooses where it strikes, where there is a choice
   */
  Strike begin(Site site, int pick);
}
