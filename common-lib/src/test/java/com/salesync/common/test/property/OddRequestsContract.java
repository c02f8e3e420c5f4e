package com.salesync.common.test.property;

import static com.salesync.common.test.property.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.salesync.common.invariant.Finding;
import com.salesync.common.invariant.Invariant;
import com.salesync.common.invariant.Look;
import com.salesync.common.test.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;

/**
 * Every operation of the service's {@code openapi.yaml}, asked for by those who may, in its form
 * and in none: it is answered, or refused with a problem document, and no invariant is broken.
 */
public abstract class OddRequestsContract {

  private static final int REQUESTS = 300;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Pattern ID = Pattern.compile("\"(?:[a-z]+_)?id\":\"?([0-9]{1,18})");

  private static final Bindable<Map<String, List<String>>> PATHS =
      Bindable.of(
          ResolvableType.forClassWithGenerics(
              Map.class,
              ResolvableType.forClass(String.class),
              ResolvableType.forClassWithGenerics(List.class, String.class)));

  private final int port;
  private final ApplicationContext service;
  private final Map<String, String> samples;

  /** What earlier answers have named, the latest first. */
  private final Deque<Long> ids = new ArrayDeque<>();

  /**
   * @param samples by field, a text that is taken where a schema does not say which
   */
  protected OddRequestsContract(int port, ApplicationContext service, Map<String, String> samples) {
    this.port = port;
    this.service = service;
    this.samples = samples;
  }

  /** The {@code Authorization} of a store that may be spoilt. */
  protected String store() {
    return TestTokens.bearer(TestTokens.newStore());
  }

  /** Operations, as {@code METHOD /path}, that would be in the way of other tests. */
  protected Set<String> leftOut() {
    return Set.of();
  }

  @TestFactory
  Stream<DynamicTest> answersOrRefusesWhateverItIsAsked() throws IOException {
    List<ApiOperation> operations = ApiOperation.ofThisService();
    assertThat(operations).extracting(ApiOperation::toString).containsAll(leftOut());
    Instant before = Instant.now();
    Map<Invariant, Collection<Finding>> others =
        service.getBeansOfType(Invariant.class).values().stream()
            .collect(
                Collectors.toMap(
                    invariant -> invariant,
                    invariant -> invariant.findings(new Look(before, Set.of()))));
    return Stream.concat(
        operations.stream()
            .filter(operation -> !leftOut().contains(operation.toString()))
            .map(operation -> dynamicTest(operation.toString(), () -> ask(operation))),
        others.entrySet().stream()
            .map(
                each ->
                    dynamicTest(
                        "keeps " + each.getKey().name(),
                        () -> assertKept(each.getKey(), before, each.getValue()))));
  }

  /** Other tests of the module break it on purpose, for stores of their own. */
  private static void assertKept(Invariant invariant, Instant since, Collection<Finding> others) {
    assertThat(invariant.findings(new Look(since, Set.of()))).isSubsetOf(others);
  }

  private void ask(ApiOperation operation) {
    AnyJson json = new AnyJson(operation.document(), samples, ids);
    List<String> own = List.of(HttpHeaders.AUTHORIZATION, authorization(operation));
    forAll(
        REQUESTS,
        any -> OddRequest.of(any, operation, json, any.chance(97) ? own : List.of()),
        request -> check(send(request)));
  }

  private String authorization(ApiOperation operation) {
    for (String scope : List.of("internal", "operator", "directory")) {
      List<String> callers =
          Binder.get(service.getEnvironment())
              .bind("salesync.security.%s-paths".formatted(scope), PATHS)
              .map(paths -> paths.getOrDefault(operation.toString(), List.of()))
              .orElse(List.of());
      if (!callers.isEmpty()) {
        return TestTokens.ofScope(callers.getFirst(), scope, TestTokens.newStore());
      }
    }
    return store();
  }

  private HttpResponse<String> send(OddRequest request) {
    try {
      return HTTP.send(request.at(port), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private void check(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status < 400) {
      remember(answer.body());
    } else if (!isProblem(answer) || (status >= 500 && status != 503 && status != 504)) {
      throw new AssertionError("Answered " + status + " " + answer.body());
    }
  }

  private static boolean isProblem(HttpResponse<String> answer) {
    String text = answer.body();
    return answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json")
        && text.contains("\"result\":\"failed\"")
        && text.contains("\"code\":\"")
        && (!text.contains("VALIDATION_FAILED") || text.contains("\"errors\":[{"))
        && (answer.statusCode() != 503 || answer.headers().firstValue("Retry-After").isPresent());
  }

  private void remember(String body) {
    Matcher named = ID.matcher(body);
    while (named.find()) {
      ids.addFirst(Long.valueOf(named.group(1)));
    }
    while (ids.size() > 50) {
      ids.removeLast();
    }
  }
}
