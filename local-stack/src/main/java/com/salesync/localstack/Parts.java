package com.salesync.localstack;

import com.salesync.localstack.process.Launch;
import com.salesync.localstack.process.ManagedProcess;
import com.salesync.localstack.process.ProcessId;
import com.salesync.localstack.process.Readiness;
import com.salesync.localstack.process.StackFile;
import com.salesync.localstack.server.DatabaseAccess;
import com.salesync.localstack.server.DatabaseRole;
import com.salesync.localstack.server.KafkaBroker;
import com.salesync.localstack.server.Postgres;
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

/** Makes a supervised process of every part of one stack. */
final class Parts {

  private final Options options;
  private final Addresses addresses;
  private final Secrets secrets;
  private final Postgres postgres;
  private final Map<Part, DatabaseAccess> databases = new EnumMap<>(Part.class);
  private final Map<Part, ServiceJar> jars = new ConcurrentHashMap<>();
  private final ServiceLauncher services;

  Parts(Options options) {
    this.options = options;
    this.addresses = new Addresses(options.gatewayPort(), options.randomPorts());
    this.secrets = new Secrets(options.data());
    Map<Part, DatabaseRole> roles = new EnumMap<>(Part.class);
    Part.services()
        .forEach(
            part ->
                part.schema()
                    .ifPresent(
                        schema ->
                            roles.put(
                                part,
                                new DatabaseRole(
                                    part.role(), schema, secrets.databasePassword(part.role())))));
    this.postgres =
        new Postgres(
            options.data().resolve("postgres"),
            addresses.port(Part.POSTGRES),
            secrets.databasePassword(Postgres.SUPERUSER),
            List.copyOf(roles.values()));
    roles.forEach((part, role) -> databases.put(part, postgres.access(role)));
    this.services = new ServiceLauncher(options, addresses, secrets, databases);
  }

  ManagedProcess process(Part part, Consumer<ManagedProcess> onChange) {
    Path log = options.data().resolve("logs").resolve(part.label() + ".log");
    return switch (part) {
      case POSTGRES ->
          new ManagedProcess(part.label(), postgres::launch, postgres::isReady, log, onChange);
      case KAFKA -> new ManagedProcess(part.label(), this::kafka, readiness(part), log, onChange);
      default ->
          new ManagedProcess(
              part.label(),
              () -> services.launch(part, Objects.requireNonNull(jars.get(part))),
              readiness(part),
              log,
              onChange);
    };
  }

  void extract(Part service) {
    jars.put(service, services.extract(service));
  }

  private Launch kafka() {
    List<String> command =
        new ArrayList<>(
            Java.command(Part.KAFKA.heapMegabytes(), Java.ownClasspath(options.repository())));
    command.addAll(
        List.of(
            KafkaBroker.class.getName(),
            options.data().resolve("kafka").toString(),
            Integer.toString(addresses.port(Part.KAFKA)),
            Integer.toString(addresses.kafkaController()),
            Integer.toString(addresses.managementPort(Part.KAFKA))));
    return new Launch(command, Map.of());
  }

  private Readiness readiness(Part part) {
    return Readiness.http(addresses.managementUrl(part).resolve(KafkaBroker.READINESS_PATH));
  }

  StackFile.Content describe(Collection<ManagedProcess> processes, boolean ready) {
    return new StackFile.Content(
        ProcessId.of(ProcessHandle.current()),
        ready,
        "http://localhost:" + addresses.port(Part.GATEWAY),
        processes.stream().map(this::describe).toList());
  }

  private StackFile.Entry describe(ManagedProcess process) {
    Part part = Part.named(process.name()).orElseThrow();
    return new StackFile.Entry(
        process.name(),
        process.state(),
        process.pid().stream()
            .mapToObj(ProcessHandle::of)
            .flatMap(Optional::stream)
            .map(ProcessId::of)
            .findFirst()
            .orElse(null),
        addresses.port(part),
        part == Part.POSTGRES
            ? null
            : addresses.managementUrl(part).resolve(KafkaBroker.READINESS_PATH).toString(),
        process.restarts(),
        part == Part.POSTGRES ? "INT" : "TERM");
  }

  Addresses addresses() {
    return addresses;
  }

  Map<Part, DatabaseAccess> databases() {
    return databases;
  }

  DatabaseAccess superuser() {
    return postgres.superuser();
  }

  String internalKey() {
    return secrets.internalKey();
  }

  void override(Part service, String variable, String value) {
    services.override(service, variable, value);
  }
}
