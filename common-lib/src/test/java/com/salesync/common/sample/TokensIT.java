package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.security.InternalTokens;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.StoreServiceStub;
import com.salesync.common.test.TestTokens;
import com.salesync.common.time.BusinessDays;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Which tokens open which doors. */
@ServiceTest
class TokensIT {

  private final RestTestClient client;
  private final InternalTokens internalTokens;
  private final long store = TestTokens.newStore();

  TokensIT(RestTestClient client, InternalTokens internalTokens) {
    this.client = client;
    this.internalTokens = internalTokens;
  }

  @Test
  void takesStoreZoneAndDayFromTheToken() {
    call(HttpMethod.GET, "/tenant", TestTokens.bearer(store, "America/New_York", "05:30"))
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            "{\"store_id\":%d,\"zone\":\"America/New_York\",\"day_start\":\"05:30\"}"
                .formatted(store),
            JsonCompareMode.STRICT);
  }

  @TestFactory
  Stream<DynamicTest> refusesEveryBadToken() {
    return TestTokens.refused(store).entrySet().stream()
        .map(
            bad ->
                DynamicTest.dynamicTest(
                    bad.getKey(),
                    () ->
                        call(HttpMethod.GET, "/tenant", bad.getValue())
                            .expectStatus()
                            .isUnauthorized()
                            .expectHeader()
                            .exists("WWW-Authenticate")
                            .expectBody()
                            .jsonPath("$.code")
                            .isEqualTo("UNAUTHORIZED")));
  }

  @Test
  void opensInternalPathsToServicesOnly() {
    assertStatus("/internal/samples", TestTokens.internal("sample-service", store), 200);
    assertStatus("/internal/samples", TestTokens.bearer(store), 403);
    assertThat(call(HttpMethod.PUT, "/services", TestTokens.internal("sale-service", store)))
        .satisfies(answer -> answer.expectStatus().isOk());
    call(HttpMethod.PUT, "/services", TestTokens.bearer(store)).expectStatus().isForbidden();
    call(HttpMethod.PUT, "/services", TestTokens.operator()).expectStatus().isForbidden();
  }

  @Test
  void opensOperatorPathsToTheOperatorOnly() {
    assertStatus("/operators", TestTokens.operator(), 200);
    assertStatus("/operators", TestTokens.bearer(store), 403);
    assertStatus("/operators", TestTokens.internal("operator", store), 403);
  }

  @Test
  void admitsOnlyTheCallersThatAnOperationNames() {
    assertStatus("/internal/samples", TestTokens.internal("sale-service", store), 403);
    assertStatus("/internal/samples", TestTokens.internal("operator", store), 403);
    assertStatus("/operators", TestTokens.forNoStore("dashboard-service"), 403);
    call(HttpMethod.PUT, "/services", TestTokens.internal("order-service", store))
        .expectStatus()
        .isForbidden();
  }

  @Test
  void refusesWhatIsBelowInternalAndNotNamed() {
    for (String token :
        List.of(
            TestTokens.internal("sample-service", store),
            TestTokens.operator(),
            TestTokens.directory("sample-service"),
            TestTokens.bearer(store))) {
      assertStatus("/internal/unnamed", token, 403);
    }
  }

  @Test
  void letsTheGatewayAskForEndedSessionsAndNothingElse() {
    String gateway = TestTokens.directory("bff-gateway");

    assertStatus("/internal/samples/directory", gateway, 200);
    for (String path : List.of("/internal/samples", "/operators", "/tenant")) {
      assertStatus(path, gateway, 403);
    }
    call(HttpMethod.PUT, "/services", gateway).expectStatus().isForbidden();
  }

  @Test
  void aTokenForEndedSessionsSpeaksForNoStore() {
    assertStatus("/internal/samples", internalTokens.askingDirectory(), 403);
    assertStatus("/internal/samples/directory", internalTokens.askingDirectory(), 200);
    assertStatus("/internal/samples/directory", internalTokens.actingForNoStore(), 403);
  }

  @Test
  void keepsStorePathsFromServicesAndTheOperator() {
    assertStatus("/tenant", TestTokens.internal("sample-service", store), 403);
    assertStatus("/tenant", TestTokens.operator(), 403);
  }

  @Test
  void looksAtNoTokenWhereNoneIsNeeded() {
    client.get().uri("/open").exchange().expectStatus().isOk();
    assertStatus("/open", "Bearer null", 200);
    assertStatus("/open/", "Bearer null", 200);
  }

  @Test
  void mintsTokensThatActForOneStore() {
    BusinessDays days = new BusinessDays(ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0));

    call(HttpMethod.GET, "/internal/samples", internalTokens.actingFor(store, days))
        .expectStatus()
        .isOk()
        .expectBody()
        .json(Long.toString(store));
    assertStatus("/operators", internalTokens.actingForNoStore(), 200);
  }

  @Test
  void refusesAnEndedSessionWithin5SecondsAndWhileStoreServiceIsDown() {
    String session = UUID.randomUUID().toString();
    String token = TestTokens.bearerOfSession(store, session);
    assertStatus("/tenant", token, 200);

    StoreServiceStub.get().revoke(session);
    await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertStatus("/tenant", token, 401));

    StoreServiceStub.get().setDown(true);
    try {
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> {
                assertStatus("/tenant", token, 401);
                assertStatus("/tenant", TestTokens.bearer(store), 200);
              });
    } finally {
      StoreServiceStub.get().setDown(false);
    }
  }

  private void assertStatus(String path, String token, int status) {
    call(HttpMethod.GET, path, token).expectStatus().isEqualTo(status);
  }

  private ResponseSpec call(HttpMethod method, String path, String token) {
    return client.method(method).uri(path).header("Authorization", token).exchange();
  }
}
