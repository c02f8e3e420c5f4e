package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Client;
import com.salesync.localstack.cli.Salesync;
import com.salesync.localstack.part.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./salesync up --except order-service}: what it prints is enough to run that service. */
class LeftOutServiceIT {

  private static final Pattern EXPORT =
      Pattern.compile("^export ([A-Z_]+)='(.*)'$", Pattern.MULTILINE);
  private static final Duration STARTED = Duration.ofMinutes(2);

  @TempDir private Path data;

  @Test
  void theServiceRunsWithThePrintedSettingsAndTakesAnOrder() throws Exception {
    String printed =
        salesync(
            "up --detach --force --except order-service --except dashboard-service,consulting"
                + " --port 18099");
    String gateway =
        printed.lines().filter(line -> line.contains("Salesync ")).findFirst().orElseThrow();
    Process order = null;
    try {
      Map<String, String> settings = settings(section(printed, "order-service is left out"));
      assertThat(environmentFile()).isEqualTo(settings);
      assertThat(state()).isEqualTo("left out");

      order = Jar.start(Part.ORDER, settings, data.resolve("logs/by-hand.txt"));
      await().atMost(STARTED).untilAsserted(() -> assertThat(state()).isEqualTo("run by you"));
      Client anonymous =
          new Client(URI.create(gateway.substring(gateway.indexOf("http")).strip()), null);
      Shop shop = Shop.open(anonymous);
      long pizza = shop.item("피자", 21_000);
      // Right after its start its first answers may come too late: 503, to be asked again.
      await()
          .atMost(STARTED)
          .untilAsserted(
              () ->
                  assertThat(shop.order(4, pizza, 1, "Idempotency-Key", "order").status())
                      .isEqualTo(200));
      await()
          .atMost(STARTED)
          .untilAsserted(
              () ->
                  assertThat(shop.pay(4, 21_000, "Idempotency-Key", "payment").status())
                      .isEqualTo(201));
    } finally {
      if (order != null) {
        order.destroy();
        order.waitFor();
      }
      salesync("down");
    }
  }

  private String salesync(String words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        new Salesync(new PrintStream(out, true, StandardCharsets.UTF_8), System.err)
            .run(List.of((words + " --data " + data).split(" ")));
    assertThat(exit).as("%s: %s", words, out).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** As {@code status} shows it. */
  private String state() {
    return salesync("status")
        .lines()
        .filter(line -> line.startsWith("order-service"))
        .map(line -> line.substring(21, 33).strip())
        .findFirst()
        .orElse("");
  }

  private static String section(String printed, String title) {
    String rest = printed.substring(printed.indexOf(title));
    int next = rest.indexOf(" is left out", title.length());
    return next < 0 ? rest : rest.substring(0, next);
  }

  private static Map<String, String> settings(String exports) {
    return EXPORT
        .matcher(exports)
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }

  private Map<String, String> environmentFile() throws IOException {
    Path file = data.resolve("run/order-service.env");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    return Files.readAllLines(file).stream()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
