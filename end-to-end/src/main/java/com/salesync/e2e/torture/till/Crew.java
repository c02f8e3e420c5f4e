package com.salesync.e2e.torture.till;

import com.salesync.e2e.torture.history.History;
import com.salesync.e2e.torture.plan.Plan;
import com.salesync.e2e.torture.plan.PlannedShop;
import com.salesync.e2e.torture.plan.Script;
import com.salesync.e2e.torture.plan.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** All clients of a plan. */
public final class Crew {

  private final Plan plan;
  private final Caller caller;
  private final History history;
  private final long zero;
  private final Instant began;
  private final List<OpenShop> shops = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();

  /** Begins now: the plan's times are counted from here. */
  public Crew(Plan plan, Caller caller, History history) {
    this.plan = plan;
    this.caller = caller;
    this.history = history;
    this.zero = history.now();
    this.began = Clock.systemUTC().instant();
  }

  /** The shops that have opened so far. */
  public List<OpenShop> shops() {
    return List.copyOf(shops);
  }

  /** Clients that could not go on for a reason that is none of the system's promises. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** Returns when all have done all. */
  public void work() {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (PlannedShop planned : plan.shops()) {
        people.execute(() -> run(planned));
      }
    }
  }

  private void run(PlannedShop planned) {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      awaitTime(planned.opens());
      OpenShop shop =
          OpenShop.open(
              planned.number(),
              "Q%dq%x".formatted(planned.number(), plan.seed() & 0xffff_ffffL),
              ShopDays.of(planned.day(), began),
              planned.sessions(),
              caller);
      shops.add(shop);
      List<Script> scripts = planned.scripts();
      for (int client = 0; client < scripts.size(); client++) {
        Script script = scripts.get(client);
        int number = client;
        people.execute(() -> act(shop, number, script));
      }
    } catch (RuntimeException e) {
      failures.add("shop %d: %s".formatted(planned.number(), e));
    }
  }

  private void act(OpenShop shop, int client, Script script) {
    for (Step step : script.steps()) {
      awaitTime(step.at());
      if (isOver()) {
        return;
      }
      try {
        act(shop, client, script.session(), step);
      } catch (RuntimeException e) {
        failures.add("shop %d, %s: %s".formatted(shop.number(), step, e));
      }
    }
  }

  private void act(OpenShop shop, int client, int session, Step step) {
    if (!new Till(shop, shop.session(session)).did(step)) {
      List<OpenShop> others = shops.stream().filter(other -> other != shop).toList();
      new Office(shop, client, session, others).did(step);
    }
  }

  /** Those who are behind do not hurry after the others have gone. */
  private boolean isOver() {
    return history.now() - zero > plan.length().toNanos();
  }

  private void awaitTime(long at) {
    long left = zero + TimeUnit.MILLISECONDS.toNanos(at) - history.now();
    if (left > 0) {
      Pauses.pause(Duration.ofNanos(left));
    }
  }
}
