package com.salesync.e2e.torture.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run is asked to do.
 *
 * @param faults names of those that may befall; none: all is well all the time
 * @param folder keeps the stack's data and the history
 */
public record Settings(long seed, Duration length, List<String> faults, int replicas, Path folder) {

  public Settings {
    faults = List.copyOf(faults);
  }
}
