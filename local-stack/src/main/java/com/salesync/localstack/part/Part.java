package com.salesync.localstack.part;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the stack consists of, in the order it is started; a new service is one line here. */
public enum Part {
  POSTGRES("postgres", 15432, 0, null),
  KAFKA("kafka", 19092, 192, null),
  STORE("store-service", 18081, 160, "store"),
  ITEM("item-service", 18082, 128, "item"),
  ORDER("order-service", 18083, 128, "orders"),
  SALE("sale-service", 18084, 128, "sale"),
  DASHBOARD("dashboard-service", 18085, 128, "dashboard"),
  CONSULTING("consulting-service", 18086, 128, "consulting"),
  GATEWAY("bff-gateway", 8080, 128, null);

  private final String label;
  private final int preferredPort;
  private final int heapMegabytes;
  private final @Nullable String schema;

  Part(String label, int preferredPort, int heapMegabytes, @Nullable String schema) {
    this.label = label;
    this.preferredPort = preferredPort;
    this.heapMegabytes = heapMegabytes;
    this.schema = schema;
  }

  /** Its name on the command line, in {@code status} and of its log; a service's Maven module. */
  public String label() {
    return label;
  }

  /** True for what is built here, false for the two servers. */
  public boolean isService() {
    return this != POSTGRES && this != KAFKA;
  }

  /** Finds a part by its label or the beginning of it: {@code sale} is {@code sale-service}. */
  public static Optional<Part> named(String name) {
    return Arrays.stream(values())
        .filter(part -> part.label.equals(name) || part.label.startsWith(name + "-"))
        .findFirst()
        .or(() -> name.equals("gateway") ? Optional.of(GATEWAY) : Optional.empty());
  }

  public static Stream<Part> services() {
    return Arrays.stream(values()).filter(Part::isService);
  }

  public int preferredPort() {
    return preferredPort;
  }

  public int heapMegabytes() {
    return heapMegabytes;
  }

  /** The schema it serves from; nothing for a part without a database. */
  public Optional<String> schema() {
    return Optional.ofNullable(schema);
  }

  /** The role it logs in with. */
  public String role() {
    return label.replace('-', '_');
  }

  /** The role that owns its schema and migrates it. */
  public String owner() {
    return role().replace("_service", "_owner");
  }

  /** The variable by which the others find it. */
  String baseUrlVariable() {
    return label.substring(0, label.indexOf('-')).toUpperCase(Locale.ROOT) + "_BASE_URL";
  }
}
