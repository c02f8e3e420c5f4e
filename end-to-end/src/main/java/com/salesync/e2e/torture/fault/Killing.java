package com.salesync.e2e.torture.fault;

import com.salesync.localstack.part.Part;

/** SIGKILL; the launcher starts it again. */
record Killing(Part part) implements Fault {

  @Override
  public Strike begin(Site site, int pick) {
    int before = site.stack().restarts(part);
    long pid = site.stack().pid(part).orElse(0);
    site.stack().kill(part);
    return new Strike() {
      @Override
      public void end() {
        // The dead do not come to life; the launcher starts another.
      }

      @Override
      public String effect() {
        return site.stack().restarts(part) > before ? "process %d died".formatted(pid) : "";
      }
    };
  }
}
