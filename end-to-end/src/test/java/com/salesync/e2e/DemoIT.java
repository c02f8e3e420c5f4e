package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Client;
import com.salesync.localstack.cli.Salesync;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** That {@code ./salesync demo} writes what the services would have, and only once. */
class DemoIT {

  private static final Pattern TOKEN = Pattern.compile("^TOKEN=(\\S+)$", Pattern.MULTILINE);
  private static final Pattern WRITTEN =
      Pattern.compile("Writing ([\\d,]+) paid orders of 90 days");

  @Test
  void theDemoShopHasNinetyDaysThatAgreeInEveryRecord() {
    String first = demo();
    assertThat(first).doesNotContain("did not work", "left out", "No advice", "not there yet");
    String token = find(TOKEN, first);
    Client till = new Client(Stack.whole().parts().gatewayUrl(), token);
    int written = Integer.parseInt(find(WRITTEN, first).replace(",", ""));
    assertThat(written).isGreaterThan(90 * 20);
    Invariants.assertHold(Stack.whole());

    String range = "start=" + Shop.today().minusDays(90) + "&end=" + Shop.today();
    long revenue = till.get("/sales/period?" + range).id("sales_volume");
    JsonNode report = till.get("/dashboard/sales?" + range).body();
    assertThat(report.path("sales_volume").asLong()).isEqualTo(revenue).isPositive();
    JsonNode reconciliation = till.get("/dashboard/reconciliation?" + range).body();
    assertThat(reconciliation.path("difference").asLong(-1)).as("%s", reconciliation).isZero();

    assertThat(demo()).contains("The past days are there already.");
    assertThat(till.get("/sales/period?" + range).id("sales_volume")).isEqualTo(revenue);
  }

  private static String demo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        new Salesync(new PrintStream(out, true, StandardCharsets.UTF_8), System.err)
            .run(List.of("demo", "--data", Stack.whole().parts().data().toString()));
    assertThat(exit).as("%s", out).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String find(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text));
  }
}
