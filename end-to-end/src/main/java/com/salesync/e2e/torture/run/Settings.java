package com.salesync.e2e.torture.run;

import com.salesync.e2e.plant.Mistake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param faults names of those that may befall; none: all is well all the time
 * @param folder keeps the stack's data and the history
 * @param plant a mistake that is put into a service, to see that it is found
 */
public record Settings(
    long seed,
    Duration length,
    List<String> faults,
    int replicas,
    Path folder,
    Optional<Mistake> plant) {

  public Settings {
    faults = List.copyOf(faults);
  }
}
