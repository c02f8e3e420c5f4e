package com.salesync.common.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** A wait that stands in another ends before it, so that whoever waits outside is told why. */
class WaitsTest {

  private static final String PREFIX = "salesync.waits.";

  /** Each stands in the next; those that a plus joins pass one after the other. */
  private static final List<List<String>> NESTED =
      List.of(
          List.of("connect", "read", "report"),
          List.of("connection-from-pool + connect", "neighbour", "read"),
          List.of("first-keys + connection-from-pool + connect", "read"),
          List.of("service-queue + connection-from-pool + connect", "read"),
          List.of("body + service-queue + connection-from-pool + connect", "write"),
          List.of("unread-body", "body"),
          List.of("connection-from-pool + connect", "readiness", "read"),
          List.of("stream-heartbeat", "stream-idle"),
          List.of("database.check-ms", "database.connection-ms", "write"),
          List.of("database.lock", "database.statement", "database.socket-s", "write"),
          List.of("database.idle-in-transaction", "write"),
          List.of("reports.lock", "reports.statement", "reports.socket-s", "report"),
          List.of("reports.connection-ms", "report"),
          List.of("reports.idle-in-transaction", "report"),
          List.of("database.connection-ms + password-turn", "sign-in", "shutdown"),
          List.of("database.connection-ms + repeat", "write", "shutdown"),
          List.of("repeat", "payment-attempt", "write"),
          List.of("connection-from-pool + connect + neighbour", "payment-recovery"),
          List.of("report", "shutdown"),
          List.of("write", "payment-grace"),
          List.of("acceptance", "write"),
          List.of("sms-connect + sms-answer", "write"),
          List.of("broker.request-ms", "broker.delivery-ms", "broker.confirm"),
          List.of("broker.request-ms", "broker.admin-ms"),
          List.of("model-connect", "model"),
          List.of("tasks-shutdown", "shutdown"),
          List.of("idle-connection", "open-connection"));

  @Test
  void endFromInsideOut() throws IOException {
    assertThat(outlasting(waits())).isEmpty();
  }

  @Test
  void leaveNoneOutOfTheOrder() throws IOException {
    assertThat(waits().keySet())
        .filteredOn(
            name ->
                NESTED.stream()
                    .flatMap(List::stream)
                    .noneMatch(waits -> parts(waits).toList().contains(name)))
        .containsExactlyInAnyOrder(
            "rebuild", "database.connect-s", "broker.block-ms", "clients-idle-connection");
  }

  @Test
  void areRefusedWhenAnInnerOneOutlastsAnOuter() throws IOException {
    Map<String, Duration> wrong = new HashMap<>(waits());
    wrong.put("database.statement", Duration.ofSeconds(30));
    wrong.put("service-queue", Duration.ofMillis(2500));

    assertThat(outlasting(wrong))
        .containsExactly(
            "service-queue + connection-from-pool + connect (PT3.5S) outlasts read" + " (PT3S)",
            "database.statement (PT30S) outlasts database.socket-s (PT9S)");
  }

  @Test
  void areEachUsed() throws IOException {
    String all =
        String.join("\n", Modules.lines(".yaml")) + String.join("\n", Modules.lines(".java"));

    assertThat(waits().keySet())
        .filteredOn(name -> !all.contains("${" + PREFIX + name + "}"))
        .isEmpty();
  }

  /** How often something is done, or how long a lease is held, is no wait. */
  private static final Pattern BARE =
      Pattern.compile("(?i)[\\w.-]*(?<!session\\.|idle-)(timeout|wait|block)[\\w.-]*: *\"?\\d.*");

  private static List<String> bare(List<String> configuration) {
    return configuration.stream()
        .map(String::strip)
        .filter(line -> BARE.matcher(line).matches() && !line.startsWith("fetch-max-wait"))
        .toList();
  }

  @Test
  void standInTheTableAlone() throws IOException {
    assertThat(bare(Modules.lines(".yaml"))).isEmpty();
    assertThat(bare(List.of("  read-timeout: 8s", "max.block.ms: 5000", "poll: 5s")))
        .containsExactly("read-timeout: 8s", "max.block.ms: 5000");
  }

  /** What names a wait, and a number of some unit of time. */
  private static final Pattern BARE_IN_CODE =
      Pattern.compile(
          "(?i).*(timeout|wait|silence|drain|idle|longest).*(\\bof(Milli|Second|Minute)\\w*\\(\\d|SECONDS\\.\\w+\\(\\d|_(SECONDS|MILLIS|NANOS)"
              + " = \\d).*");

  /** No request waits for these. */
  private static final List<String> ELSEWHERE =
      List.of(
          "private static final Duration TIMEOUT = Duration.ofSeconds(10);",
          "private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(1);",
          "private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);");

  private static List<String> bareInCode(List<String> code) {
    return code.stream()
        .map(String::strip)
        .filter(line -> BARE_IN_CODE.matcher(line).matches() && !ELSEWHERE.contains(line))
        .distinct()
        .toList();
  }

  @Test
  void standInNoCode() throws IOException {
    assertThat(bareInCode(Modules.lines(".java"))).isEmpty();
    assertThat(
            bareInCode(
                List.of(
                    "  static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);",
                    "  int CONFIRM_TIMEOUT_SECONDS = 10;",
                    "  .shutdownMaxWait(Duration.ofSeconds(10))",
                    "  long LONGEST_DRAIN_NANOS = TimeUnit.SECONDS.toNanos(2);",
                    "  Timeout WAIT_FOR_CONNECTION = Timeout.ofMilliseconds(500);",
                    "  Duration EVERY = Duration.ofSeconds(1);")))
        .hasSize(5);
  }

  private static List<String> outlasting(Map<String, Duration> waits) {
    return NESTED.stream()
        .flatMap(
            chain ->
                Stream.iterate(1, i -> i < chain.size(), i -> i + 1)
                    .filter(
                        i -> sum(waits, chain.get(i - 1)).compareTo(sum(waits, chain.get(i))) >= 0)
                    .map(
                        i ->
                            "%s (%s) outlasts %s (%s)"
                                .formatted(
                                    chain.get(i - 1),
                                    sum(waits, chain.get(i - 1)),
                                    chain.get(i),
                                    sum(waits, chain.get(i)))))
        .toList();
  }

  private static Duration sum(Map<String, Duration> waits, String names) {
    return parts(names).map(waits::get).reduce(Duration.ZERO, Duration::plus);
  }

  private static Stream<String> parts(String names) {
    return Stream.of(names.split(" \\+ "));
  }

  static Map<String, Duration> waits() throws IOException {
    Map<String, Duration> waits = new HashMap<>();
    for (PropertySource<?> source :
        new YamlPropertySourceLoader()
            .load("waits", new ClassPathResource("salesync-waits.yaml"))) {
      for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        String value = String.valueOf(source.getProperty(name));
        String unit = name.endsWith("-ms") ? "ms" : name.endsWith("-s") ? "s" : "";
        waits.put(name.substring(PREFIX.length()), DurationStyle.detectAndParse(value + unit));
      }
    }
    return waits;
  }
}
