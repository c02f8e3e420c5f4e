package com.salesync.localstack;

import com.salesync.localstack.part.Replica;
import com.salesync.localstack.process.ManagedProcess;
import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.StackFailure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** One process of a {@link LocalStack}, which starts it again when it dies by itself. */
public final class RunningPart {

  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Replica replica;
  private final ManagedProcess process;
  private final Supervisor supervisor;

  RunningPart(Replica replica, Supervisor supervisor) {
    this.replica = replica;
    this.process = supervisor.process(replica);
    this.supervisor = supervisor;
  }

  public Replica replica() {
    return replica;
  }

  /** Its own address, also where others reach it and its like by one that they share. */
  public URI url() {
    return supervisor.parts().addresses().url(replica);
  }

  /** Where a service's health and metrics are. */
  public URI managementUrl() {
    return supervisor.parts().addresses().managementUrl(replica);
  }

  public Path log() {
    return process.log();
  }

  public OptionalLong pid() {
    return process.pid();
  }

  public State state() {
    return process.state();
  }

  /** How often it was started again after it had died by itself. */
  public int restarts() {
    return process.restarts();
  }

  /** Kills with SIGKILL; it is started again as after any crash. */
  public void kill() {
    process.kill();
  }

  /** Kills with SIGKILL and keeps it down until {@link #start()}. */
  public void halt() {
    process.halt();
  }

  /** Stops cleanly, by force after 20 s, and keeps it down until {@link #start()}. */
  public void stop() {
    process.stop(GRACE);
  }

  /** Starts it when it is down; returns at once. */
  public void start() {
    process.start();
  }

  /** Freezes it and those it started with SIGSTOP, until {@link #resume()}. */
  public void pause() {
    process.signal("STOP");
  }

  /** Lets it go on after {@link #pause()}. */
  public void resume() {
    process.signal("CONT");
  }

  /**
   * Sets variables from its next start on, in place of those that the last call set. They win over
   * all others.
   */
  public void setEnvironment(Map<String, String> variables) {
    supervisor.parts().settings().override(replica, variables);
  }

  /**
   * Waits until it is healthy.
   *
   * @throws StackFailure when it is not within {@code limit}
   */
  public void awaitReady(Duration limit) {
    supervisor.awaitReady(replica, limit);
  }

  @Override
  public String toString() {
    return replica.label();
  }
}
