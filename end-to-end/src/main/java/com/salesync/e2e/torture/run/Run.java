package com.salesync.e2e.torture.run;

import com.salesync.e2e.database.InvariantQueries;
import com.salesync.e2e.torture.check.Checker;
import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.evidence.ShopState;
import com.salesync.e2e.torture.fault.Faults;
import com.salesync.e2e.torture.fault.Site;
import com.salesync.e2e.torture.fault.Wires;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.History;
import com.salesync.e2e.torture.plan.Kind;
import com.salesync.e2e.torture.plan.Plan;
import com.salesync.e2e.torture.plan.Planner;
import com.salesync.e2e.torture.till.Caller;
import com.salesync.e2e.torture.till.Crew;
import com.salesync.e2e.torture.till.OpenShop;
import com.salesync.e2e.torture.till.Pauses;
import com.salesync.e2e.wire.Behaviour;
import com.salesync.e2e.wire.Wire;
import com.salesync.localstack.LocalStack;
import com.salesync.localstack.Options;
import com.salesync.localstack.part.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One run: plans, starts a stack, lets clients and faults loose, and holds the history up. */
public final class Run {

  private static final String STUCK = "stuck";

  private final Settings settings;
  private final Consumer<String> progress;
  private final Plan plan;

  /**
   * Plans it.
   *
   * @param progress gets a line for a person now and then
   */
  public Run(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
    this.plan = Planner.plan(settings.seed(), settings.length(), settings.faults());
  }

  public Plan plan() {
    return plan;
  }

  /** Returns when all is stopped again. */
  public Summary run() {
    try {
      Files.createDirectories(settings.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (SmallDisk _ =
            SmallDisk.at(
                settings.folder().resolve("stack").resolve("postgres"),
                settings.faults().contains(Faults.DISK_FULL));
        Wires wires = new Wires();
        LocalStack stack = LocalStack.start(options().withRoute(wires));
        History history = new History(settings.folder().resolve("history.jsonl"));
        Wire front = Wire.before(stack.gatewayUrl());
        Wire losing = Wire.before(stack.gatewayUrl())) {
      settings.plant().ifPresent(mistake -> Plants.dropGuard(mistake, stack));
      losing.behave(Behaviour.LOSES_ANSWERS);
      Caller caller = new Caller(front.url(), losing.url(), history);
      Health health = new Health(stack);
      long zero = history.now();
      Crew crew = new Crew(plan, caller, history);
      Site site = new Site(stack, front, wires, crew::shops);
      Affliction affliction = new Affliction(site, health, history, progress);
      Leaks leaks = new Leaks(stack);
      CompletableFuture<Void> faults =
          CompletableFuture.runAsync(
              () -> {
                rememberSoon(leaks);
                affliction.befall(plan.faults(), zero, plan.length());
              },
              Thread::startVirtualThread);
      crew.work();
      faults.join();
      progress.accept("All clients have gone; looking at what is there.");
      List<String> failures = new ArrayList<>(crew.failures());
      failures.addAll(affliction.failures());
      settings.plant().ifPresent(mistake -> failures.addAll(Plants.missing(mistake, stack)));
      return Summary.of(plan, history, findings(stack, health, crew, history, leaks), failures);
    }
  }

  private Options options() {
    Options options =
        new Options()
            .withRandomPorts()
            .withData(settings.folder().resolve("stack"))
            .withStateFolder(settings.folder().resolve("state"))
            .withReplicas(settings.replicas())
            .withModel()
            .withEnvironment(Part.STORE, "SIGN_UPS_PER_MINUTE", "1000")
            .withProgress(progress);
    settings.plant().ifPresent(mistake -> Plants.plant(mistake, options));
    return options;
  }

  /** After the shops have opened and before the first fault. */
  private static void rememberSoon(Leaks leaks) {
    Pauses.pause(Planner.CALM);
    leaks.remember();
  }

  private static List<Finding> findings(
      LocalStack stack, Health health, Crew crew, History history, Leaks leaks) {
    List<Finding> findings = new ArrayList<>();
    List<String> ill = health.await();
    if (!ill.isEmpty()) {
      findings.add(
          new Finding(
              STUCK, "not well %s after the last fault: %s".formatted(health.limit(), ill)));
    }
    long pending = health.awaitNothingPending();
    if (pending > 0) {
      findings.add(new Finding(STUCK, pending + " payments or voids are still under way"));
    }
    try {
      Map<Integer, ShopState> states = states(stack.gatewayUrl(), crew, history);
      findings.addAll(Checker.findings(new Evidence(history.calls(), history.faults(), states)));
      findings.addAll(leaks.findings());
    } catch (IllegalStateException noAnswer) {
      findings.add(new Finding(STUCK, String.valueOf(noAnswer.getMessage())));
    }
    InvariantQueries.counts(stack.superuser())
        .forEach(
            (invariant, count) -> {
              if (count > 0) {
                findings.add(new Finding("database", invariant + " is broken: " + count));
              }
            });
    return findings;
  }

  /** What the public API says of every shop, once all its requests for advice have ended. */
  static Map<Integer, ShopState> states(URI gateway, Crew crew, History history) {
    Auditor auditor = new Auditor(gateway);
    Map<Integer, ShopState> states = new HashMap<>();
    for (OpenShop shop : crew.shops()) {
      List<String> requests =
          history.calls().stream()
              .filter(call -> call.asked().shop() == shop.number())
              .filter(call -> call.asked().kind() == Kind.CONSULT)
              .map(Call::answer)
              .map(answer -> answer.path("req_id").asString(""))
              .filter(request -> !request.isEmpty())
              .toList();
      states.put(shop.number(), auditor.stateOf(shop, requests));
    }
    return states;
  }
}
