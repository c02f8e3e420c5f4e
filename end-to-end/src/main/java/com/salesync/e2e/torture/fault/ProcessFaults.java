package com.salesync.e2e.torture.fault;

import com.salesync.localstack.RunningPart;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.process.ManagedProcess.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What befalls processes. */
final class ProcessFaults {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private ProcessFaults() {}

  /** SIGKILL; the launcher starts another. */
  static Fault kill(Part part) {
    return (site, pick) -> {
      RunningPart victim = site.replica(part, pick);
      int before = victim.restarts();
      long pid = victim.pid().orElse(0);
      victim.kill();
      return new Strike() {
        @Override
        public void end() {
          // The dead do not come to life; the launcher starts another.
        }

        @Override
        public String effect() {
          return victim.restarts() > before ? "%s %d died".formatted(victim, pid) : "";
        }
      };
    };
  }

  /** SIGSTOP, then SIGCONT. */
  static Fault freeze(Part part) {
    return (site, pick) -> {
      RunningPart victim = site.replica(part, pick);
      boolean ready = victim.state() == State.READY;
      victim.pause();
      return Strike.of(victim::resume, ready ? victim + " stood still" : "");
    };
  }

  /** Stopped cleanly, and started when the time is over. */
  static Fault stop(Part part) {
    return (site, pick) -> {
      RunningPart victim = site.replica(part, pick);
      victim.stop();
      return Strike.of(victim::start, victim.pid().isEmpty() ? victim + " was down" : "");
    };
  }

  /** A new version: one replica after the other is stopped and started. */
  static Fault rollingRestart() {
    return (site, pick) -> {
      List<RunningPart> services = new ArrayList<>();
      Part.services().forEach(part -> services.addAll(site.stack().replicas(part)));
      Collections.shuffle(services, new Random(pick));
      for (RunningPart service : services) {
        service.stop();
        service.start();
        service.awaitReady(LIMIT);
      }
      return Strike.done("restarted in turn: " + services);
    };
  }

  /** A power cut: all die at once and are started in some order. */
  static Fault powerCut() {
    return (site, pick) -> {
      List<RunningPart> all = new ArrayList<>();
      Arrays.stream(Part.values()).forEach(part -> all.addAll(site.stack().replicas(part)));
      List<Thread> cuts = all.stream().map(each -> Thread.ofVirtual().start(each::halt)).toList();
      cuts.forEach(ProcessFaults::join);
      Collections.shuffle(all, new Random(pick));
      return Strike.of(() -> all.forEach(RunningPart::start), "all died, started as " + all);
    };
  }

  /** A service whose machine stands in another time zone. */
  static Fault otherZone(String zone) {
    return (site, pick) -> {
      List<Part> services = Part.services().toList();
      RunningPart victim = site.replica(services.get(pick % services.size()), pick / 7);
      restart(victim, Map.of("TZ", zone));
      victim.awaitReady(LIMIT);
      return Strike.of(() -> restart(victim, Map.of()), victim + " stood in " + zone);
    };
  }

  private static void restart(RunningPart victim, Map<String, String> environment) {
    victim.stop();
    victim.setEnvironment(environment);
    victim.start();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
