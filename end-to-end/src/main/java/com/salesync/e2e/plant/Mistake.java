package com.salesync.e2e.plant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Mistakes as people make them. Each must be found by torture within minutes. */
@SuppressWarnings("ImmutableEnumChecker") // lists that cannot be modified
public enum Mistake {
  /** The key of a payment is not recognised: its repeat is another payment. */
  PAYMENT_REPEATED(
      "sale-service",
      List.of("clients"),
      Edit.argument(
          "com.salesync.common.idempotency.IdempotencyGate", List.of("claim"), 2, "fresh")),
  /** Keys are kept in the memory of a process. */
  KEY_FORGOTTEN(
      "order-service",
      List.of("kill-order"),
      Edit.argument(
          "com.salesync.common.idempotency.IdempotencyGate",
          List.of("once", "answered"),
          2,
          "ofThisProcess")),
  /** What may have been done is answered as if nothing had been. */
  UNKNOWN_CALLED_UNAVAILABLE(
      "sale-service",
      List.of("freeze-order", "services-loses-answers"),
      Edit.constant(
          "com.salesync.common.problem.Problem",
          "outcomeUnknown",
          "GATEWAY_TIMEOUT",
          "SERVICE_UNAVAILABLE")),
  /** One query forgets whose items are asked for. */
  TENANT_FORGOTTEN(
      "item-service",
      List.of(),
      Edit.text(
          "com.salesync.item.menu.ReadMenu",
          "items",
          "where store_id = :store and id",
          "where :store > 0 and id")),
  /** Two who change an order at once do not wait for each other. */
  LOST_UPDATE(
      "order-service",
      List.of("clients-delays", "taps"),
      Edit.unannotated("com.salesync.order.order.Orders", "lockOpen", "Lock"),
      Edit.unannotatedField("com.salesync.order.order.Order", "Version")),
  /** A sale is added to the revenue of its day twice. */
  REVENUE_DOUBLED(
      "sale-service",
      List.of(),
      Edit.text(
          "com.salesync.sale.revenue.DailyRevenue",
          "update",
          "total = total + ?",
          "total = total + 2 * ?")),
  /** Recovery gives a payment up that is still under way. */
  RECOVERY_TOO_EARLY(
      "sale-service",
      List.of("freeze-order", "services-delays", "database-delays"),
      Map.of("SALESYNC_PAYMENT_RECOVERYDELAY", "100ms", "SALESYNC_PAYMENT_RECOVERYPOLL", "100ms"),
      "",
      Edit.no("com.salesync.sale.sales.Sale", "canStillBePaid")),
  /** Nobody goes on with what a crash has left. */
  NOTHING_RECOVERED(
      "sale-service",
      List.of("freeze-order", "kill-sale", "services-loses-answers"),
      Edit.nothing("com.salesync.sale.recovery.RecoverDueSales", "recoverDueSales")),
  /** Advice is called ready before it can be read. */
  READY_BEFORE_IT_IS(
      "consulting-service",
      List.of("freeze-dashboard", "stop-kafka", "topic"),
      Edit.yes("com.salesync.consulting.job.FollowJob", "hasArrived")),
  /** A session that was ended goes on at one service. */
  SESSION_OUTLIVES_ITS_END(
      "order-service",
      List.of(),
      Edit.no("com.salesync.common.security.RemoteSessionDirectory", "isRevoked")),
  /** A change that insists on what its writer saw is made whatever is there by now. */
  STALE_CHANGE_MADE(
      "order-service",
      List.of("clients-delays"),
      Edit.nothing("com.salesync.order.placing.IfMatch", "requireMatch")),
  /** Settling again texts again. */
  TEXTED_TWICE(
      "dashboard-service",
      List.of(),
      Map.of(),
      "drop index dashboard.one_settlement_per_total",
      Edit.empty("com.salesync.dashboard.settlement.Settlements", "find")),
  /** An order that is sent twice without a key is there twice. */
  ORDER_REPEATED(
      "order-service",
      List.of("clients-delays"),
      Edit.empty("com.salesync.order.placing.Placements", "repeat"));

  private final String service;
  private final List<String> faults;
  private final Map<String, String> environment;
  private final String guard;
  private final List<Edit> edits;

  Mistake(String service, List<String> faults, Edit... edits) {
    this(service, faults, Map.of(), "", edits);
  }

  Mistake(
      String service,
      List<String> faults,
      Map<String, String> environment,
      String guard,
      Edit... edits) {
    this.service = service;
    this.faults = faults;
    this.environment = environment;
    this.guard = guard;
    this.edits = List.of(edits);
  }

  /**
   * The mistake of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Mistake named(String label) {
    return Arrays.stream(values())
        .filter(mistake -> mistake.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no mistake '%s'; there are %s."
                        .formatted(label, Arrays.stream(values()).map(Mistake::label).toList())));
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a service into which it is planted writes to its log. */
  public String mark() {
    return "Planted " + label();
  }

  /** Who makes it. */
  public String service() {
    return service;
  }

  /** Words for those faults by which it shows, none if it shows without any. */
  public List<String> faults() {
    return faults;
  }

  /** Settings of the service by which it shows sooner. */
  public Map<String, String> environment() {
    return environment;
  }

  /** The statement that takes away what else would hold it back in the database; empty for none. */
  public String guard() {
    return guard;
  }

  /** The classes that it changes. */
  List<String> types() {
    return edits.stream().map(Edit::type).distinct().toList();
  }

  List<Edit> edits(String className) {
    return edits.stream().filter(edit -> edit.type().equals(className)).toList();
  }
}
