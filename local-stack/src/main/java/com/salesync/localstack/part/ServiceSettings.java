package com.salesync.localstack.part;

import com.salesync.localstack.server.DatabaseAccess;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The environment of a service: the same variables that a deployment sets, pointing at the
 * neighbours on this machine.
 */
public final class ServiceSettings {

  /** Front-end development servers that may call the local gateway. */
  private static final String LOCAL_ORIGINS = "http://localhost:3000,http://localhost:5173";

  private final Addresses addresses;
  private final Secrets secrets;
  private final CallerKeys keys;
  private final Map<Part, DatabaseAccess> databases;
  private final Map<Part, Map<String, String>> overrides = new EnumMap<>(Part.class);

  public ServiceSettings(
      Addresses addresses, Secrets secrets, CallerKeys keys, Map<Part, DatabaseAccess> databases) {
    this.addresses = addresses;
    this.secrets = secrets;
    this.keys = keys;
    this.databases = databases;
  }

  /** Sets variables from the service's next start on; they win over the stack's own. */
  public synchronized void override(Part service, Map<String, String> variables) {
    overrides.computeIfAbsent(service, none -> new HashMap<>()).putAll(variables);
  }

  public synchronized SortedMap<String, String> environment(Part service) {
    SortedMap<String, String> variables = new TreeMap<>();
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    variables.put("SERVER_PORT", Integer.toString(addresses.port(service)));
    variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(addresses.managementPort(service)));
    variables.put("INTERNAL_SIGNING_KEY", keys.signingKey(service.label()));
    variables.put("INTERNAL_PUBLIC_KEYS", keys.publicKeys().toString());
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
    variables.putAll(overrides.getOrDefault(service, Map.of()));
    return variables;
  }
}
