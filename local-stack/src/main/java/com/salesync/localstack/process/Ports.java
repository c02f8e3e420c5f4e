package com.salesync.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hands out free ports below 32768, where the ephemeral range begins: a port from that range can be
 * taken by any outgoing connection between two starts.
 */
public final class Ports {

  private static final int FIRST = 15_000;
  private static final int LIMIT = 32_768;

  private final boolean random;
  private final Set<Integer> taken = new HashSet<>();

  /**
   * @param random any free port instead of the preferred one, for stacks that run side by side
   */
  public Ports(boolean random) {
    this.random = random;
  }

  /** The preferred port, or the next free one after it. */
  public int take(int preferred) {
    int start = random ? ThreadLocalRandom.current().nextInt(FIRST, LIMIT) : preferred;
    for (int tried = 0; tried < LIMIT - FIRST; tried++) {
      int port = start + tried < LIMIT ? start + tried : FIRST + (start + tried) % LIMIT;
      if (!taken.contains(port) && isFree(port)) {
        taken.add(port);
        return port;
      }
    }
    throw new StackFailure("No port is free between " + FIRST + " and " + LIMIT + ".");
  }

  /** True when nobody listens there, neither on the loopback address nor on every address. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(port))
        && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
