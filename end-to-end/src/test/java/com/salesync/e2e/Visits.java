package com.salesync.e2e;

import com.salesync.e2e.client.Outcome;
import com.salesync.localstack.part.Part;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Guests who come at a fixed rate, whether or not those before them have been served. */
final class Visits implements AutoCloseable {

  private record Visit(long began, Reply last) {

    boolean failed() {
      return last.outcome() != Outcome.DONE;
    }
  }

  private final ScheduledExecutorService door = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService guests = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();
  private final AtomicInteger number = new AtomicInteger();
  private final List<Tables> shops;
  private final Part victim;

  private Visits(List<Tables> shops, Part victim) {
    this.shops = shops;
    this.victim = victim;
  }

  /**
   * The first ones come at once.
   *
   * @param victim whom they will suffer from
   */
  static Visits begin(List<Tables> shops, double perSecond, Part victim) {
    Visits begun = new Visits(shops, victim);
    begun.door.scheduleAtFixedRate(
        () -> begun.guests.execute(begun::visit),
        0,
        Math.round(1e9 / perSecond),
        TimeUnit.NANOSECONDS);
    return begun;
  }

  /** How many visits a second are served while this many guests come one after the other. */
  static double sustained(List<Tables> shops, int clients, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    int served =
        Parallel.calls(
                clients,
                client -> {
                  int done = 0;
                  while (System.nanoTime() < end) {
                    Reply last = shops.get(client % shops.size()).visit(Part.GATEWAY);
                    done += last.outcome() == Outcome.DONE ? 1 : 0;
                  }
                  return done;
                })
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
    return served * 1e9 / time.toNanos();
  }

  private void visit() {
    long began = System.nanoTime();
    Tables shop = shops.get(number.getAndIncrement() % shops.size());
    Reply last = shop.visit(victim);
    visits.add(new Visit(began, last));
  }

  /** From one moment until the last visit began that failed; zero if none did. Once closed. */
  Duration failing(long from) {
    return Duration.ofNanos(
        visits.stream()
            .filter(Visit::failed)
            .mapToLong(visit -> visit.began() - from)
            .max()
            .orElse(0));
  }

  /** Whether as many as come in this time were all served, and the last of them just now. */
  boolean servedFor(Duration time) {
    long from = System.nanoTime() - time.toNanos();
    return visits.stream().noneMatch(visit -> visit.began() >= from && visit.failed())
        && visits.stream().anyMatch(visit -> visit.began() >= from);
  }

  /** Of all visits, once the last guest has gone. */
  List<Reply> lastWrites() {
    return visits.stream().map(Visit::last).toList();
  }

  /** No guest comes any more; returns when all have gone. */
  @Override
  public void close() {
    door.shutdown();
    door.close();
    guests.close();
  }
}
