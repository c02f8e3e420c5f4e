package com.salesync.common.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint against everyone who must not get in: nobody, forged, expired and ended tokens,
 * and another store with this store's ids. A service extends it with its table; an endpoint missing
 * from the table fails the build.
 */
public abstract class TenantContract {

  private static final List<String> SCOPES = List.of("internal", "operator", "directory");

  private static final Bindable<Map<String, List<String>>> PATHS =
      Bindable.of(
          ResolvableType.forClassWithGenerics(
              Map.class,
              ResolvableType.forClass(String.class),
              ResolvableType.forClassWithGenerics(List.class, String.class)));

  private final RestTestClient client;
  private final RequestMappingHandlerMapping mappings;

  protected TenantContract(RestTestClient client, RequestMappingHandlerMapping mappings) {
    this.client = client;
    this.mappings = mappings;
  }

  /** Endpoints that need a store token, prepared with rows that belong to {@code owner}. */
  protected abstract List<Endpoint> storeEndpoints(long owner);

  /** Endpoints that only services may call; store tokens are refused. */
  protected List<Endpoint> internalEndpoints(long owner) {
    return List.of();
  }

  /** Endpoints that only the operator may call; store tokens are refused. */
  protected List<Endpoint> operatorEndpoints() {
    return List.of();
  }

  /** Mapped endpoints open to anybody, as {@code METHOD /path}. */
  protected Set<String> publicEndpoints() {
    return Set.of();
  }

  /** Looks at the owner's rows after a stranger's call; throws if they changed. */
  protected void assertUntouched(long owner) {}

  @TestFactory
  Stream<DynamicTest> refusesEveryBadToken() {
    long owner = TestTokens.newStore();
    List<Endpoint> all =
        Stream.of(storeEndpoints(owner), internalEndpoints(owner), operatorEndpoints())
            .flatMap(List::stream)
            .toList();
    return all.stream()
        .flatMap(
            endpoint ->
                Stream.concat(
                    Stream.of(
                        DynamicTest.dynamicTest(
                            endpoint + " without a token", () -> assertRefused(endpoint, null))),
                    TestTokens.refused(owner).entrySet().stream()
                        .map(
                            bad ->
                                DynamicTest.dynamicTest(
                                    endpoint + " with " + bad.getKey(),
                                    () -> assertRefused(endpoint, bad.getValue())))));
  }

  @TestFactory
  Stream<DynamicTest> hidesEverythingFromAnotherStore() {
    long owner = TestTokens.newStore();
    String stranger = TestTokens.bearer(TestTokens.newStore());
    return storeEndpoints(owner).stream()
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      EntityExchangeResult<byte[]> answer = call(endpoint, stranger);
                      assertThat(answer.getStatus().value())
                          .as(() -> text(answer))
                          .isEqualTo(endpoint.foreign());
                      assertUntouched(owner);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> refusesAnotherStoresIdInTheQuery() {
    long owner = TestTokens.newStore();
    return storeEndpoints(owner).stream()
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      String separator = endpoint.uri().contains("?") ? "&" : "?";
                      Endpoint lying =
                          Endpoint.of(
                              endpoint.method(),
                              endpoint.path(),
                              endpoint.uri() + separator + "store_id=" + TestTokens.newStore(),
                              endpoint.body(),
                              403);
                      assertThat(call(lying, TestTokens.bearer(owner)).getStatus().value())
                          .isEqualTo(403);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> keepsInternalAndOperatorPathsFromStores() {
    long owner = TestTokens.newStore();
    return Stream.concat(internalEndpoints(owner).stream(), operatorEndpoints().stream())
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () ->
                        assertThat(call(endpoint, TestTokens.bearer(owner)).getStatus().value())
                            .isEqualTo(403)));
  }

  /** Each caller with each scope that its key may sign, against what the configuration admits. */
  @TestFactory
  Stream<DynamicTest> admitsOnlyTheCallersThatAnOperationNames() {
    long owner = TestTokens.newStore();
    return Stream.concat(internalEndpoints(owner).stream(), operatorEndpoints().stream())
        .flatMap(
            endpoint ->
                TestKeys.callers().stream()
                    .flatMap(
                        caller ->
                            TestKeys.scopes(caller).stream()
                                .filter(scope -> !admitted(endpoint, scope).contains(caller))
                                .map(scope -> refusal(endpoint, caller, scope, owner))));
  }

  private DynamicTest refusal(Endpoint endpoint, String caller, String scope, long owner) {
    return DynamicTest.dynamicTest(
        "%s by %s as %s".formatted(endpoint, caller, scope),
        () -> {
          EntityExchangeResult<byte[]> answer =
              call(endpoint, TestTokens.ofScope(caller, scope, owner));
          assertThat(answer.getStatus().value()).as(() -> text(answer)).isEqualTo(403);
          assertThat(text(answer)).contains("\"code\":\"FORBIDDEN\"");
        });
  }

  /** Reads only: what changes rows is called by its callers in the tests of its own. */
  @TestFactory
  Stream<DynamicTest> admitsTheCallersThatAnOperationNames() {
    long owner = TestTokens.newStore();
    return internalEndpoints(owner).stream()
        .filter(endpoint -> endpoint.method() == HttpMethod.GET)
        .flatMap(
            endpoint ->
                SCOPES.stream()
                    .flatMap(
                        scope ->
                            admitted(endpoint, scope).stream()
                                .map(caller -> admission(endpoint, caller, scope, owner))));
  }

  private DynamicTest admission(Endpoint endpoint, String caller, String scope, long owner) {
    return DynamicTest.dynamicTest(
        "%s by %s as %s".formatted(endpoint, caller, scope),
        () -> {
          EntityExchangeResult<byte[]> answer =
              call(endpoint, TestTokens.ofScope(caller, scope, owner));
          assertThat(answer.getStatus().value()).as(() -> text(answer)).isNotIn(401, 403);
        });
  }

  @Test
  void everyOperationBetweenServicesNamesItsCallers() {
    long owner = TestTokens.newStore();
    assertThat(
            Stream.concat(internalEndpoints(owner).stream(), operatorEndpoints().stream())
                .filter(
                    endpoint ->
                        SCOPES.stream().allMatch(scope -> admitted(endpoint, scope).isEmpty())))
        .isEmpty();
  }

  private List<String> admitted(Endpoint endpoint, String scope) {
    return Binder.get(Objects.requireNonNull(mappings.getApplicationContext()).getEnvironment())
        .bind("salesync.security.%s-paths".formatted(scope), PATHS)
        .map(paths -> paths.getOrDefault(endpoint.toString(), List.of()))
        .orElse(List.of());
  }

  @Test
  void coversEveryEndpoint() {
    long owner = TestTokens.newStore();
    Set<String> tabled =
        Stream.of(storeEndpoints(owner), internalEndpoints(owner), operatorEndpoints())
            .flatMap(List::stream)
            .map(Endpoint::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    tabled.addAll(publicEndpoints());
    Set<String> mapped =
        mappings.getHandlerMethods().entrySet().stream()
            .filter(entry -> entry.getValue().getBeanType().getName().startsWith("com.salesync."))
            .filter(entry -> !entry.getValue().getBeanType().getName().contains(".common."))
            .flatMap(
                entry ->
                    entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(
                            method ->
                                entry.getKey().getPatternValues().stream()
                                    .map(pattern -> method + " " + pattern)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(tabled).isEqualTo(mapped);
  }

  private void assertRefused(Endpoint endpoint, @Nullable String authorization) {
    EntityExchangeResult<byte[]> answer = call(endpoint, authorization);
    assertThat(answer.getStatus().value()).as(() -> text(answer)).isEqualTo(401);
    assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).isNotNull();
    if (endpoint.method() != HttpMethod.HEAD) {
      assertThat(text(answer)).contains("\"result\":\"failed\"", "\"code\":\"UNAUTHORIZED\"");
    }
  }

  private EntityExchangeResult<byte[]> call(Endpoint endpoint, @Nullable String authorization) {
    RestTestClient.RequestBodySpec request = client.method(endpoint.method()).uri(endpoint.uri());
    if (authorization != null) {
      request.header(HttpHeaders.AUTHORIZATION, authorization);
    }
    if (endpoint.body() != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(endpoint.body());
    }
    return request.exchange().expectBody().returnResult();
  }

  private static String text(EntityExchangeResult<byte[]> answer) {
    byte[] body = answer.getResponseBody();
    return body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
  }
}
