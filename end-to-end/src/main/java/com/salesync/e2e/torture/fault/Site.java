package com.salesync.e2e.torture.fault;

import com.salesync.e2e.torture.till.OpenShop;
import com.salesync.e2e.wire.Wire;
import com.salesync.localstack.LocalStack;
import com.salesync.localstack.RunningPart;
import com.salesync.localstack.part.Part;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where faults strike.
 *
 * @param front the wire between all clients and the gateway
 * @param wires those between the parts
 * @param shops that are open by now
 */
public record Site(LocalStack stack, Wire front, Wires wires, Supplier<List<OpenShop>> shops) {

  /** One of a part's replicas. */
  RunningPart replica(Part part, int pick) {
    List<RunningPart> all = stack.replicas(part);
    return all.get(pick % all.size());
  }
}
