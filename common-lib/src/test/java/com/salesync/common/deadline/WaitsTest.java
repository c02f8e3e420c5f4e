package com.salesync.common.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

  /** Each stands in the next. */
  private static final List<List<String>> NESTED =
      List.of(
          List.of("connect", "read", "report"),
          List.of("connection-from-pool", "read"),
          List.of("neighbour", "read"),
          List.of("service-queue", "read"),
          List.of("body", "write"),
          List.of("stream-heartbeat", "stream-idle"),
          List.of("database.check-ms", "database.connection-ms", "read"),
          List.of("database.lock", "database.statement", "database.socket-s", "write"),
          List.of("database.idle-in-transaction", "write"),
          List.of("reports.lock", "reports.statement", "reports.socket-s", "report"),
          List.of("reports.connection-ms", "report"),
          List.of("reports.idle-in-transaction", "report"),
          List.of("password-turn", "sign-in", "shutdown"),
          List.of("repeat", "write", "shutdown"),
          List.of("report", "shutdown"),
          List.of("write", "payment-grace"),
          List.of("acceptance", "write"),
          List.of("sms-connect", "sms-answer", "write"),
          List.of("broker.request-ms", "broker.delivery-ms"),
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
        .filteredOn(name -> NESTED.stream().noneMatch(chain -> chain.contains(name)))
        .containsExactlyInAnyOrder(
            "rebuild", "database.connect-s", "broker.block-ms", "clients-idle-connection");
  }

  @Test
  void areRefusedWhenAnInnerOneOutlastsAnOuter() throws IOException {
    Map<String, Duration> wrong = new HashMap<>(waits());
    wrong.put("database.statement", Duration.ofSeconds(30));
    wrong.put("password-turn", wrong.get("sign-in"));

    assertThat(outlasting(wrong))
        .containsExactly(
            "database.statement (PT30S) outlasts database.socket-s (PT9S)",
            "password-turn (PT15S) outlasts sign-in (PT15S)");
  }

  /** How often something is done, or how long a lease is held, is no wait. */
  private static final Pattern BARE =
      Pattern.compile("(?i)[\\w.-]*(?<!session\\.|idle-)(timeout|wait|block)[\\w.-]*: *\"?\\d.*");

  private static List<String> bare(Stream<String> configuration) {
    return configuration
        .map(String::strip)
        .filter(line -> BARE.matcher(line).matches() && !line.startsWith("fetch-max-wait"))
        .toList();
  }

  @Test
  void standInTheTableAlone() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path resources : modules.map(module -> module.resolve("src/main/resources")).toList()) {
        if (Files.isDirectory(resources)) {
          try (Stream<Path> files = Files.list(resources)) {
            for (Path file : files.filter(name -> name.toString().endsWith("yaml")).toList()) {
              if (!file.endsWith("salesync-waits.yaml")) {
                found.addAll(bare(Files.readAllLines(file).stream()));
              }
            }
          }
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(bare(Stream.of("  read-timeout: 8s", "max.block.ms: 5000", "poll: 5s")))
        .containsExactly("read-timeout: 8s", "max.block.ms: 5000");
  }

  private static List<String> outlasting(Map<String, Duration> waits) {
    return NESTED.stream()
        .flatMap(
            chain ->
                Stream.iterate(1, i -> i < chain.size(), i -> i + 1)
                    .filter(
                        i -> waits.get(chain.get(i - 1)).compareTo(waits.get(chain.get(i))) >= 0)
                    .map(
                        i ->
                            "%s (%s) outlasts %s (%s)"
                                .formatted(
                                    chain.get(i - 1),
                                    waits.get(chain.get(i - 1)),
                                    chain.get(i),
                                    waits.get(chain.get(i)))))
        .toList();
  }

  private static Map<String, Duration> waits() throws IOException {
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
