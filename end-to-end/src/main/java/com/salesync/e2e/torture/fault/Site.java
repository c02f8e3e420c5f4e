package com.salesync.e2e.torture.fault;

import com.salesync.e2e.wire.Wire;
import com.salesync.localstack.LocalStack;
import com.salesync.localstack.RunningPart;
import com.salesync.localstack.part.Part;
import java.util.List;

/**
 * Where faults strike.
 *
 * @param front the wire between all clients and the gateway
 */
public record Site(LocalStack stack, Wire front) {

  /** One of a part's replicas. */
  RunningPart replica(Part part, int pick) {
    List<RunningPart> all = stack.replicas(part);
    return all.get(Math.floorMod(pick, all.size()));
  }
}
