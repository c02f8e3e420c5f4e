package com.salesync.localstack;

import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Replica;
import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.server.DatabaseAccess;
import com.salesync.localstack.sms.SmsInbox;
import com.salesync.localstack.standin.ModelStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * A running Salesync: the handle by which a test or the command line asks where the parts are, ends
 * them one by one, and stops them all. What is done to a part is done to each of its replicas; what
 * is asked of it, of the first.
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.start(new Options().withRandomPorts().withData(folder))) {
 *   stack.kill(Part.SALE);
 *   stack.awaitReady(Part.SALE, Duration.ofSeconds(30));
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {

  private final Options options;
  private final Supervisor supervisor;

  private LocalStack(Options options, Supervisor supervisor) {
    this.options = options;
    this.supervisor = supervisor;
  }

  /**
   * Starts every part and returns when all are healthy. A JVM that ends takes the stack with it.
   *
   * @throws StackFailure with one line for a person; nothing is left running then
   */
  public static LocalStack start(Options options) {
    Supervisor supervisor = new Supervisor(options);
    supervisor.start();
    return new LocalStack(options, supervisor);
  }

  public URI gatewayUrl() {
    return URI.create("http://localhost:" + supervisor.parts().addresses().port(Part.GATEWAY));
  }

  /** A service's own address, behind the gateway's back; that of all its replicas together. */
  public URI serviceUrl(Part service) {
    return supervisor.parts().addresses().url(service);
  }

  /** Where a service's health and metrics are. */
  public URI managementUrl(Part service) {
    return supervisor.parts().addresses().managementUrl(Replica.first(service));
  }

  public String kafkaBootstrapServers() {
    return supervisor.parts().addresses().kafka();
  }

  /** How a service logs in to its schema. */
  public DatabaseAccess database(Part service) {
    return supervisor.parts().database(service);
  }

  /** For checks across schemas; no service has this access. */
  public DatabaseAccess superuser() {
    return supervisor.parts().superuser();
  }

  /** What stands in for SNS. */
  public SmsInbox sms() {
    return supervisor.sms();
  }

  /**
   * What stands in for OpenAI's model.
   *
   * @throws IllegalStateException unless the stack was started {@link Options#withModel()}
   */
  public ModelStandIn model() {
    return supervisor.model();
  }

  /** Every process that does a part's work. */
  public List<RunningPart> replicas(Part part) {
    return supervisor.parts().addresses().replicas(part).stream().map(this::replica).toList();
  }

  /** One of them, the first being number 1. */
  public RunningPart replica(Part part, int number) {
    return replica(new Replica(part, number));
  }

  public RunningPart replica(Replica replica) {
    return new RunningPart(replica, supervisor);
  }

  private RunningPart first(Part part) {
    return replica(Replica.first(part));
  }

  public Path log(Part part) {
    return first(part).log();
  }

  public OptionalLong pid(Part part) {
    return first(part).pid();
  }

  public State state(Part part) {
    return first(part).state();
  }

  /** How often a part was started again after it had died by itself. */
  public int restarts(Part part) {
    return first(part).restarts();
  }

  /** Kills with SIGKILL; the part is started again as after any crash. */
  public void kill(Part part) {
    replicas(part).forEach(RunningPart::kill);
  }

  /** Kills with SIGKILL and keeps the part down until {@link #start(Part)}. */
  public void halt(Part part) {
    replicas(part).forEach(RunningPart::halt);
  }

  /** Stops cleanly and keeps the part down until {@link #start(Part)}. */
  public void stop(Part part) {
    replicas(part).forEach(RunningPart::stop);
  }

  /** Starts a part that is down; returns at once. */
  public void start(Part part) {
    replicas(part).forEach(RunningPart::start);
  }

  /**
   * Waits until a part is healthy.
   *
   * @throws StackFailure when it is not within {@code limit}
   */
  public void awaitReady(Part part, Duration limit) {
    replicas(part).forEach(each -> each.awaitReady(limit));
  }

  /** The environment variables with which a service is started, one that was left out too. */
  public SortedMap<String, String> settings(Part service) {
    return supervisor.parts().settings().environment(Replica.first(service));
  }

  public Path data() {
    return options.data();
  }

  /** Stops the services, then Kafka, then PostgreSQL. */
  @Override
  public void close() {
    supervisor.close();
  }
}
