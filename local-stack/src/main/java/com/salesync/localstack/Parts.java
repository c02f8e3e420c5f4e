package com.salesync.localstack;

import com.salesync.localstack.network.Forwarder;
import com.salesync.localstack.part.Addresses;
import com.salesync.localstack.part.CallerKeys;
import com.salesync.localstack.part.Java;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Replica;
import com.salesync.localstack.part.Secrets;
import com.salesync.localstack.part.ServiceJar;
import com.salesync.localstack.part.ServiceSettings;
import com.salesync.localstack.process.Launch;
import com.salesync.localstack.process.ManagedProcess;
import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.ProcessId;
import com.salesync.localstack.process.Readiness;
import com.salesync.localstack.process.StackFile;
import com.salesync.localstack.server.DatabaseAccess;
import com.salesync.localstack.server.DatabaseRole;
import com.salesync.localstack.server.KafkaBroker;
import com.salesync.localstack.server.LastPositions;
import com.salesync.localstack.server.Postgres;
import com.salesync.localstack.standin.ModelStandIn;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a supervised process of every part of one stack. */
final class Parts implements AutoCloseable {

  /** Those of one replica of each service and some for people. */
  private static final int CONNECTIONS = 150;

  /** For each further replica of all. */
  private static final int FURTHER_CONNECTIONS = 80;

  private final Options options;
  private final Addresses addresses;
  private final Secrets secrets;
  private final Postgres postgres;
  private final Map<Part, DatabaseRole> roles = new EnumMap<>(Part.class);
  private final Migrations migrations;
  private final Map<Part, DatabaseAccess> databases = new EnumMap<>(Part.class);
  private final Map<Part, ServiceJar> jars = new ConcurrentHashMap<>();
  private final ServiceSettings settings;

  Parts(Options options) {
    this.options = options;
    this.addresses =
        new Addresses(
            options.gatewayPort(), options.randomPorts(), options::replicas, options.route());
    this.secrets = new Secrets(options.data());
    Part.services().forEach(part -> role(part).ifPresent(role -> roles.put(part, role)));
    this.postgres =
        new Postgres(
            options.data().resolve("postgres"),
            addresses.port(Part.POSTGRES),
            secrets.databasePassword(Postgres.SUPERUSER),
            List.copyOf(roles.values()),
            connections(),
            new LastPositions(
                options.stateFolder(),
                options.data(),
                options.mayBeEarlier(),
                options.command("up --accept-earlier-data"),
                options.progress()));
    this.migrations = new Migrations(postgres, options.data());
    roles.forEach((part, role) -> databases.put(part, postgres.access(role)));
    this.settings =
        new ServiceSettings(addresses, secrets, new CallerKeys(options.data(), secrets), databases);
    if (options.hasModel()) {
      settings.override(
          Part.CONSULTING,
          Map.of(
              "OPENAI_API_KEY", "local", "OPENAI_BASE_URL", ModelStandIn.url(addresses.model())));
    }
    options.environment().forEach(settings::override);
  }

  private Optional<DatabaseRole> role(Part part) {
    return part.schema()
        .map(
            schema ->
                new DatabaseRole(
                    part.role(), part.owner(), schema, secrets.databasePassword(part.role())));
  }

  private int connections() {
    int replicas = Part.services().mapToInt(options::replicas).max().orElse(1);
    return CONNECTIONS + FURTHER_CONNECTIONS * (replicas - 1);
  }

  ManagedProcess process(Replica replica, Consumer<ManagedProcess> onChange) {
    String name = replica.label();
    Path log = options.data().resolve("logs").resolve(name + ".log");
    return switch (replica.part()) {
      case POSTGRES ->
          new ManagedProcess(
              name,
              () -> launchPostgres(replica),
              postgres::ask,
              log,
              changed -> {
                if (changed.state() == State.STOPPED) {
                  postgres.noteEnd();
                }
                onChange.accept(changed);
              });
      case KAFKA ->
          new ManagedProcess(
              name, () -> launchKafka(replica), Readiness.http(health(replica)), log, onChange);
      default ->
          new ManagedProcess(
              name, () -> launch(replica), Readiness.http(health(replica)), log, onChange);
    };
  }

  /** The port of a service's replicas; nothing for one that is alone and listens there itself. */
  Optional<Forwarder> forwarder(Part service, Function<Replica, ManagedProcess> process) {
    List<Replica> replicas = addresses.replicas(service);
    return replicas.size() == 1
        ? Optional.empty()
        : Optional.of(
            new Forwarder(
                addresses.port(service),
                replicas.stream()
                    .map(
                        each ->
                            new Forwarder.Target(
                                addresses.port(each), process.apply(each)::takesWork))
                    .toList()));
  }

  boolean isBuilt(Part service) {
    return Files.exists(options.repository().jar(service));
  }

  /** Extracts the service's jar when that has not been done for this build. */
  void extract(Part service) {
    Path jar = options.repository().jar(service);
    jars.put(service, ServiceJar.extract(jar, options.data().resolve("apps")));
  }

  /** Migrates the service's schema, if it has one, before anything is served from it. */
  void migrate(Part service) {
    DatabaseRole role = roles.get(service);
    if (role != null) {
      migrations.migrate(service, Objects.requireNonNull(jars.get(service)), role);
    }
  }

  private Launch launch(Replica replica) {
    Part service = replica.part();
    ServiceJar extracted = Objects.requireNonNull(jars.get(service));
    return new Launch(
        extracted.command(service.heapMegabytes(), options.classpath(service)),
        settings.environment(replica));
  }

  private Launch launchPostgres(Replica postgresItself) {
    return postgres.launch(settings.overrides(postgresItself));
  }

  private Launch launchKafka(Replica kafka) {
    List<String> command =
        new ArrayList<>(
            Java.command(Part.KAFKA.heapMegabytes(), Java.ownClasspath(options.repository())));
    command.addAll(
        List.of(
            KafkaBroker.class.getName(),
            options.data().resolve("kafka").toString(),
            Integer.toString(addresses.port(kafka)),
            Integer.toString(addresses.kafkaController()),
            Integer.toString(addresses.managementPort(kafka))));
    addresses.kafkaListeners().forEach((port, advertised) -> command.add(port + ":" + advertised));
    return new Launch(command, settings.overrides(kafka));
  }

  /** Ready; but alive where store-service is left out, without which nobody gets ready. */
  private URI health(Replica replica) {
    Part part = replica.part();
    boolean ready = !part.isService() || options.parts().contains(Part.STORE);
    return addresses
        .managementUrl(replica)
        .resolve(ready ? KafkaBroker.READINESS_PATH : "/actuator/health/liveness");
  }

  StackFile.Content describe(Collection<ManagedProcess> processes, boolean ready) {
    return new StackFile.Content(
        ProcessId.of(ProcessHandle.current()),
        ready,
        "http://localhost:" + addresses.port(Part.GATEWAY),
        Stream.concat(
                processes.stream().map(this::describe),
                options.leftOut().stream().sorted().map(this::describeLeftOut))
            .toList());
  }

  private StackFile.Entry describe(ManagedProcess process) {
    Replica replica = Replica.named(process.name()).orElseThrow();
    Part part = replica.part();
    return new StackFile.Entry(
        process.name(),
        process.state(),
        process.pid().stream()
            .mapToObj(ProcessHandle::of)
            .flatMap(Optional::stream)
            .map(ProcessId::of)
            .findFirst()
            .orElse(null),
        addresses.port(replica),
        part == Part.POSTGRES ? null : health(replica).toString(),
        process.restarts(),
        part == Part.POSTGRES ? "INT" : "TERM",
        false);
  }

  private StackFile.Entry describeLeftOut(Part part) {
    return new StackFile.Entry(
        part.label(),
        State.STOPPED,
        null,
        addresses.port(part),
        health(Replica.first(part)).toString(),
        0,
        "TERM",
        true);
  }

  Addresses addresses() {
    return addresses;
  }

  ServiceSettings settings() {
    return settings;
  }

  DatabaseAccess database(Part service) {
    return Objects.requireNonNull(databases.get(service), "has no schema: " + service);
  }

  DatabaseAccess superuser() {
    return postgres.superuser();
  }

  /** Lets others have its ports. */
  @Override
  public void close() {
    addresses.close();
  }
}
