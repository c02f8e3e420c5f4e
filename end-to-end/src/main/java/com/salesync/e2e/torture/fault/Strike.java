package com.salesync.e2e.torture.fault;

/** A fault at work. */
public interface Strike {

  /** Takes it away. What has died comes again by itself. */
  void end();

  /**
   * What was seen of it at the stack, asked after its end; empty if it did nothing.
   *
   * @return such as {@code "process 4711 died"}
   */
  String effect();
}
