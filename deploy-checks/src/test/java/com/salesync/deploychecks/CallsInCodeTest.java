package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds calls.yaml, from which the expected network follows, against the source code. */
class CallsInCodeTest {

  /**
   * {@code @ImportHttpServices(group = "item", ...)}, {@code clients.create(ItemApi.class,
   * "item")}, or a neighbour's URL taken from the configuration.
   */
  private static final List<Pattern> CALLS =
      List.of(
          Pattern.compile("@ImportHttpServices\\(\\s*group = \"([a-z]+)"),
          Pattern.compile("\\bto\\(\"([a-z]+)\"\\)"),
          Pattern.compile("\\$\\{spring\\.http\\.serviceclient\\.([a-z]+)"),
          Pattern.compile("\\$\\{(STORE|ITEM|ORDER|SALE|DASHBOARD|CONSULTING)_BASE_URL"));

  static Stream<Arguments> callers() {
    return Calls.expected().entrySet().stream()
        .map(call -> Arguments.of(call.getKey(), call.getValue()));
  }

  @ParameterizedTest
  @MethodSource("callers")
  void theCodeCallsWhoTheTableSays(String caller, List<String> callees) {
    String module = Environment.MODULES.get(caller);
    assertThat(module).as("calls.yaml names a service").isNotNull();
    List<String> sources = sources(module);
    assumeTrue(!sources.isEmpty(), module + " is not written yet");

    Set<String> found = calls(sources);
    found.remove(caller);
    if (!caller.equals("store") && !caller.equals("bff")) {
      // Of the public keys and ended sessions, in common-lib.
      found.add("store");
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(new TreeSet<>(callees));
  }

  /** Network expects ways out to Kafka and to the internet for these two only. */
  @ParameterizedTest
  @CsvSource({
    "KAFKA_BOOTSTRAP_SERVERS, consulting dash",
    "SNS_REGION, dash",
    "OPENAI_API_KEY, consulting"
  })
  void theWorldOutsideIsReachedBy(String variable, String services) {
    Set<String> found = new TreeSet<>();
    Environment.MODULES.forEach(
        (service, module) -> {
          if (sources(module).stream().anyMatch(source -> source.contains("${" + variable))) {
            found.add(service);
          }
        });

    assertThat(found).containsExactly(services.split(" "));
  }

  @Test
  void aCallIsFoundInCode() {
    assertThat(
            calls(
                List.of(
                    "@ImportHttpServices(group = \"item\", types = ItemServiceClient.class)",
                    "@ImportHttpServices(group = \"sale-reports\", types = SaleApi.class)",
                    "route(\"/orders/**\", to(\"order\"))",
                    "base-url: ${spring.http.serviceclient.dashboard.base-url}")))
        .containsExactlyInAnyOrder("item", "sale", "order", "dash");
  }

  private static Set<String> calls(List<String> sources) {
    return sources.stream()
        .flatMap(source -> CALLS.stream().flatMap(call -> call.matcher(source).results()))
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(name -> name.equals("dashboard") ? "dash" : name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> sources(String module) {
    return Repository.files(module + "/src/main", ".java", ".yaml", ".yml").stream()
        .map(Repository::read)
        .toList();
  }
}
