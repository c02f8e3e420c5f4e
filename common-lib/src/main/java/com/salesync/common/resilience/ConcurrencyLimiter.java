package com.salesync.common.resilience;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts by key, in this replica's memory, what is under way. Only keys with something under way
 * are remembered.
 *
 * @param <K> an address, a store
 */
public final class ConcurrencyLimiter<K> {

  private final Map<K, Integer> underWay = new ConcurrentHashMap<>();
  private final int most;

  /**
   * A limiter with nothing under way.
   *
   * @param most under way at once for one key
   */
  public ConcurrencyLimiter(int most) {
    this.most = most;
  }

  /** Counts one more; false, and nothing counted, where there are as many as there may be. */
  public boolean tryAcquire(K key) {
    if (underWay.merge(key, 1, Integer::sum) <= most) {
      return true;
    }
    release(key);
    return false;
  }

  /** Takes one back; once for each that was acquired. */
  public void release(K key) {
    underWay.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
  }

  /** How many are under way for all keys together. */
  public int size() {
    return underWay.values().stream().mapToInt(Integer::intValue).sum();
  }
}
