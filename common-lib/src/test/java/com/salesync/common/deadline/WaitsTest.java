package com.salesync.common.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
          List.of("idle-connection", "open-connection"));

  @Test
  void endFromInsideOut() throws IOException {
    assertThat(outlasting(waits())).isEmpty();
  }

  @Test
  void leaveNoneOutOfTheOrder() throws IOException {
    assertThat(waits().keySet())
        .filteredOn(name -> NESTED.stream().noneMatch(chain -> chain.contains(name)))
        .containsExactlyInAnyOrder("rebuild", "database.connect-s");
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
