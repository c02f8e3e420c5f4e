package com.salesync.localstack.part;

/** Puts something between parts, a proxy that loses answers for one. All ports are loopback's. */
@FunctionalInterface
public interface Route {

  /**
   * Asked once for each pair before anything starts.
   *
   * @param callee another service, or PostgreSQL for callers with a schema, or Kafka
   * @param port where the callee listens: a service for everybody (its replicas behind that port),
   *     Kafka for this caller alone
   * @return the port that the caller is given instead; Kafka's listener advertises it, so that all
   *     of the caller's traffic goes there
   */
  int port(Replica caller, Part callee, int port);
}
