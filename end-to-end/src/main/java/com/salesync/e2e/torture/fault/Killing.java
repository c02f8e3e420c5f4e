package com.salesync.e2e.torture.fault;

import com.salesync.localstack.RunningPart;
import com.salesync.localstack.part.Part;

/** SIGKILL; the launcher starts it again. */
record Killing(Part part) implements Fault {

  @Override
  public Strike begin(Site site, int pick) {
    RunningPart killed = site.replica(part, pick);
    int before = killed.restarts();
    long pid = killed.pid().orElse(0);
    killed.kill();
    return new Strike() {
      @Override
      public void end() {
        // The dead do not come to life; the launcher starts another.
      }

      @Override
      public String effect() {
        return killed.restarts() > before ? "process %d died".formatted(pid) : "";
      }
    };
  }
}
