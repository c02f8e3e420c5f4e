package com.salesync.localstack;

import com.salesync.localstack.process.Launch;
import com.salesync.localstack.server.DatabaseAccess;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a service into a command line and an environment: the same variables that a deployment
 * sets, pointing at the neighbours on this machine.
 */
final class ServiceLauncher {

  /** Front-end development servers that may call the local gateway. */
  private static final String LOCAL_ORIGINS = "http://localhost:3000,http://localhost:5173";

  private final Options options;
  private final Addresses addresses;
  private final Secrets secrets;
  private final Map<Part, DatabaseAccess> databases;
  private final Map<Part, Map<String, String>> overrides = new HashMap<>();

  ServiceLauncher(
      Options options, Addresses addresses, Secrets secrets, Map<Part, DatabaseAccess> databases) {
    this.options = options;
    this.addresses = addresses;
    this.secrets = secrets;
    this.databases = databases;
    Part.services().forEach(part -> overrides(part).putAll(options.environment(part)));
  }

  /** Sets a variable from the service's next start on. */
  synchronized void override(Part service, String variable, String value) {
    overrides(service).put(variable, value);
  }

  /** Extracts the service's jar when that has not been done for this build. */
  ServiceJar extract(Part service) {
    Path jar = new Repository(options.repository()).jar(service);
    return ServiceJar.extract(jar, options.data().resolve("apps"));
  }

  Launch launch(Part service, ServiceJar extracted) {
    List<String> command =
        new ArrayList<>(Java.command(service.heapMegabytes(), classpath(service, extracted.jar())));
    command.add(extracted.mainClass());
    return new Launch(command, environment(service));
  }

  private String classpath(Part service, Path jar) {
    return Stream.concat(Stream.of(jar), options.classpath(service).stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  synchronized Map<String, String> environment(Part service) {
    Map<String, String> variables = new HashMap<>();
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    variables.put("SERVER_PORT", Integer.toString(addresses.port(service)));
    variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(addresses.managementPort(service)));
    variables.put("SALESYNC_INTERNAL_KEY", secrets.internalKey());
    variables.put("KAFKA_BOOTSTRAP_SERVERS", addresses.kafka());
    Part.services()
        .filter(neighbour -> neighbour != Part.GATEWAY)
        .forEach(
            neighbour ->
                variables.put(neighbour.baseUrlVariable(), addresses.url(neighbour).toString()));
    Optional.ofNullable(databases.get(service))
        .ifPresent(
            database -> {
              variables.put("DATABASE_URL", database.url());
              variables.put("DATABASE_USERNAME", database.username());
              variables.put("DATABASE_PASSWORD", database.password());
            });
    if (service == Part.STORE) {
      variables.put("SIGNING_KEYS_SECRET", secrets.signingKeysSecret());
    }
    if (service == Part.GATEWAY) {
      variables.put(
          "CORS_ALLOWED_ORIGINS",
          System.getenv().getOrDefault("CORS_ALLOWED_ORIGINS", LOCAL_ORIGINS));
      variables.put("LOCAL_SMS_INBOX_URL", "http://127.0.0.1:" + addresses.smsInbox());
    }
    if (service == Part.DASHBOARD && !System.getenv().containsKey("SNS_ENDPOINT")) {
      // Texts end on a page of this machine, so every number may be texted.
      variables.put("SNS_ENDPOINT", "http://127.0.0.1:" + addresses.smsInbox());
      variables.put("SMS_ALLOWED_NUMBERS", "*");
      // The SDK signs every call; the inbox looks at no signature.
      variables.put("AWS_ACCESS_KEY_ID", "local");
      variables.put("AWS_SECRET_ACCESS_KEY", "local");
    }
    variables.putAll(overrides(service));
    return variables;
  }

  private Map<String, String> overrides(Part service) {
    return overrides.computeIfAbsent(service, none -> new HashMap<>());
  }
}
