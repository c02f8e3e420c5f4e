package com.salesync.e2e.torture.fault;

import com.salesync.e2e.wire.Wire;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Replica;
import com.salesync.localstack.part.Route;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A wire between any two parts of a stack. */
public final class Wires implements Route, AutoCloseable {

  /** One end and the other. */
  record Edge(Replica caller, Part callee) implements Comparable<Edge> {

    @Override
    public int compareTo(Edge other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return caller.label() + "->" + callee.label();
    }
  }

  private final SortedMap<Edge, Wire> wires = new TreeMap<>();

  @Override
  public synchronized int port(Replica caller, Part callee, int port) {
    Wire wire = Wire.before("127.0.0.1", port);
    wires.put(new Edge(caller, callee), wire);
    return wire.port();
  }

  /** Those to callees of this kind, in an order that is always the same. */
  synchronized List<Edge> to(Predicate<Part> callee) {
    return wires.keySet().stream().filter(edge -> callee.test(edge.callee())).toList();
  }

  synchronized Wire of(Edge edge) {
    Wire wire = wires.get(edge);
    if (wire == null) {
      throw new IllegalArgumentException(edge.toString());
    }
    return wire;
  }

  @Override
  public synchronized void close() {
    wires.values().forEach(Wire::close);
  }
}
