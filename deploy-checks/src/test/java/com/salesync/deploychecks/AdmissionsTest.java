package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.deploychecks.Admissions.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each operation admits exactly those that call it, and no key can sign more than that. */
class AdmissionsTest {

  private static final String CLIENT =
      """
      @ImportHttpServices(group = "item-reports", types = ItemClient.class)
      interface ItemClient {

        @GetExchange("/internal/items/{itemId}")
        Item item(Tenant tenant, @PathVariable long itemId);

        @ActingForNoStore
        @PostExchange("/internal/items/count")
        long count();

        @ActingForNoStore(onlyToAskForEndedSessions = true)
        @GetExchange("/internal/ended")
        long ended();

        @WithoutToken
        @PutExchange("/items/paid")
        void pay(@RequestHeader(HttpHeaders.AUTHORIZATION) String permit);

        @GetExchange("/items")
        Items items(UserHeaders user);
      }
      """;

  private static final String ADMITS =
      """
      salesync.ignored: true
      salesync:
        security:
          internal-paths:
            "[GET /internal/items/{item_id}]": sale-service
            "[PUT /items/paid]": [sale-service, order-service]
          operator-paths:
            "[POST /internal/rebuild]": operator
      """;

  @Test
  void everyOperationAdmitsExactlyThoseThatCallIt() {
    assertThat(Admissions.problems(Admissions.admitted(), Admissions.inCode(), Admissions.scopes()))
        .isEmpty();
  }

  @Test
  void theGatewayActsForNoStoreAndForNoOperator() {
    assertThat(Admissions.scopes().get("bff-gateway")).containsExactly("directory");
    assertThat(Admissions.admitted())
        .filteredOn(call -> call.caller().equals("bff-gateway"))
        .extracting(Call::operation)
        .containsExactly("GET /internal/sessions/revoked");
  }

  @Test
  void whatIsCalledIsOnTheMapOfCalls() {
    assertThat(Admissions.inCode())
        .allSatisfy(
            call ->
                assertThat(Calls.expected().get(shortName(call.caller())))
                    .contains(shortName(call.callee())));
  }

  @Test
  void aDifferenceIsCaught() {
    Set<Call> admitted = Set.copyOf(Admissions.admitted("item-service", Yamls.parse(ADMITS)));
    Set<Call> inCode = Set.copyOf(Admissions.calls("sale-service", List.of(CLIENT)));

    assertThat(
            Admissions.problems(
                admitted,
                inCode,
                Map.of(
                    "sale-service", List.of("internal", "operator"),
                    "order-service", List.of("internal"),
                    "operator", List.of("operator"))))
        .containsExactly(
            "order-service calls item-service PUT /items/paid as internal? It is admitted, but no"
                + " code does",
            "sale-service calls item-service GET /internal/ended as directory, which does not admit"
                + " it",
            "sale-service calls item-service POST /internal/items/count as operator, which does not"
                + " admit it",
            "sale-service needs [internal], not [internal, operator]");
  }

  private static String shortName(String module) {
    return Environment.MODULES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(module))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
