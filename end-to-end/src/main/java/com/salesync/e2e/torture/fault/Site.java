package com.salesync.e2e.torture.fault;

import com.salesync.e2e.wire.Wire;
import com.salesync.localstack.LocalStack;

/**
 * Where faults strike.
 *
 * @param front the wire between all clients and the gateway
 */
public record Site(LocalStack stack, Wire front) {}
