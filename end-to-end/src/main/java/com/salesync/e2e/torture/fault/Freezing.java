package com.salesync.e2e.torture.fault;

import com.salesync.localstack.RunningPart;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.process.ProcessId;

/** SIGSTOP, then SIGCONT, to a process and all its children. */
record Freezing(Part part) implements Fault {

  @Override
  public Strike begin(Site site, int pick) {
    RunningPart frozen = site.replica(part, pick);
    long pid = frozen.pid().orElse(0);
    frozen.pause();
    return new Strike() {
      private boolean stoodStill;

      @Override
      public void end() {
        stoodStill = ProcessHandle.of(pid).filter(ProcessId::isStopped).isPresent();
        frozen.resume();
      }

      @Override
      public String effect() {
        return stoodStill ? "process %d stood still".formatted(pid) : "";
      }
    };
  }
}
