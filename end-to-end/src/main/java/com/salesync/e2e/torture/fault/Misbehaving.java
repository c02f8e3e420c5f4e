package com.salesync.e2e.torture.fault;

import com.salesync.e2e.wire.Behaviour;
import com.salesync.e2e.wire.Wire;

/** The wire between clients and gateway. */
record Misbehaving(Behaviour behaviour) implements Fault {

  @Override
  public Strike begin(Site site, int pick) {
    Wire wire = site.front();
    int before = wire.disturbed();
    wire.behave(behaviour);
    return new Strike() {
      private int disturbed;

      @Override
      public void end() {
        wire.behave(Behaviour.PASSES);
        disturbed = wire.disturbed() - before;
      }

      @Override
      public String effect() {
        return disturbed > 0 ? disturbed + " chunks or lines harmed" : "";
      }
    };
  }
}
