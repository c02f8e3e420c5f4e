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
  private final Map<Replica, Map<String, String>> ownOverrides = new HashMap<>();

  public ServiceSettings(
      Addresses addresses, Secrets secrets, CallerKeys keys, Map<Part, DatabaseAccess> databases) {
    this.addresses = addresses;
    this.secrets = secrets;
    this.keys = keys;
    this.databases = databases;
  }

  /** Sets variables from the part's next start on; they win over the stack's own. */
  public synchronized void override(Part service, Map<String, String> variables) {
    overrides.computeIfAbsent(service, none -> new HashMap<>()).putAll(variables);
  }

  /**
   * The same for one replica. Those that the last call gave it are no longer set by that, and these
   * win over all others.
   */
  public synchronized void override(Replica replica, Map<String, String> variables) {
    ownOverrides.put(replica, Map.copyOf(variables));
  }

  /** What was asked for beside the stack's own, of the two servers too. */
  public synchronized SortedMap<String, String> overrides(Replica replica) {
    SortedMap<String, String> variables =
        new TreeMap<>(overrides.getOrDefault(replica.part(), Map.of()));
    variables.putAll(ownOverrides.getOrDefault(replica, Map.of()));
    return variables;
  }

  /** All with which a service is started. */
  public synchronized SortedMap<String, String> environment(Replica replica) {
    Part service = replica.part();
    SortedMap<String, String> variables = new TreeMap<>();
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    variables.put("SERVER_PORT", Integer.toString(addresses.port(replica)));
    variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(addresses.managementPort(replica)));
    variables.put("INTERNAL_SIGNING_KEY", keys.signingKey(service.label()));
    variables.put("INTERNAL_PUBLIC_KEYS", keys.publicKeys().toString());
    variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + addresses.port(replica, Part.KAFKA));
    Part.services()
        .filter(neighbour -> neighbour != Part.GATEWAY)
        .forEach(
            neighbour ->
                variables.put(
                    neighbour.baseUrlVariable(),
                    Addresses.url(addresses.port(replica, neighbour)).toString()));
    Optional.ofNullable(databases.get(service))
        .ifPresent(
            database -> {
              variables.put("DATABASE_URL", database.urlAt(addresses.port(replica, Part.POSTGRES)));
              variables.put("DATABASE_USERNAME", database.username());
              variables.put("DATABASE_PASSWORD", database.password());
            });
    if (replica.number() > 1) {
      // A pod has a host name of its own, by which tasks are picked.
      variables.put("DBSCHEDULER_SCHEDULERNAME", replica.label());
    }
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
    variables.putAll(overrides(replica));
    return variables;
  }
}
