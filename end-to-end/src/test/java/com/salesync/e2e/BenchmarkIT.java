package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.salesync.localstack.cli.Salesync;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That {@code ./salesync bench} keeps up with the system; how fast it is, is asserted nowhere. */
class BenchmarkIT {

  /** Name, clients, requests, errors, and five figures. */
  private static final Pattern ROW =
      Pattern.compile("^(\\S.*?) +[12] +[1-9]\\d* +(\\d+)( +[\\d.]+){5}$", Pattern.MULTILINE);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void everyScenarioRunsWithoutErrorsAndLeavesTheRecordsInAgreement() {
    String token = Shop.open().logIn().body().path("access_token").asString();
    String gateway = Stack.whole().parts().gatewayUrl().toString();
    String launcher = Long.toString(ProcessHandle.current().pid());

    int exit =
        new Salesync(new PrintStream(out), new PrintStream(err))
            .run(
                List.of(
                    "bench",
                    "--url",
                    gateway,
                    "--seconds",
                    "0.1",
                    "--clients",
                    "2",
                    "--shops",
                    "2",
                    "--history-token",
                    token,
                    "--launcher",
                    launcher));

    assertThat(exit).as("%s%s", err, out).isZero();
    Map<String, Long> errors =
        ROW.matcher(out.toString())
            .results()
            .collect(
                Collectors.toMap(
                    row -> row.group(1), row -> Long.valueOf(row.group(2)), Long::sum));
    assertThat(errors)
        .as(out.toString())
        .containsOnly(
            entry("menu", 0L),
            entry("open orders", 0L),
            entry("revenue of the day", 0L),
            entry("year report, new shop", 0L),
            entry("year report, full shop", 0L),
            entry("visit", 0L),
            entry("login", 0L));
    assertThat(out.toString())
        .contains("visit : menu, time", "visit, 2 clients : 1, throughput")
        .contains("year report, full shop : year report, new shop, time")
        .contains("The records of every shop agree with what it paid.");
    Invariants.assertHold(Stack.whole());
  }
}
