package com.salesync.benchmarks.demo;

import com.google.gson.JsonObject;
import com.salesync.benchmarks.client.GatewayClient;
import com.salesync.benchmarks.client.UnexpectedAnswer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the owner learns from the shop's figures: a report, advice and the day's total by text. None
 * depends on another, nor the demo on any of them.
 */
final class Insight {

  private static final String DASHBOARD = "dashboard-service";
  private static final String CONSULTING = "consulting-service";
  private static final String SMS_INBOX = "/_local/sms";
  private static final int DAYS = 30;
  private static final int LISTED = 3;

  private final GatewayClient client;
  private final Predicate<String> running;
  private final Consultation consultation;
  private final PrintStream out;

  /**
   * @param running tells whether the stack was started with a service
   * @param adviceTimeout how long to wait for advice
   */
  Insight(
      GatewayClient client, Predicate<String> running, Duration adviceTimeout, PrintStream out) {
    this.client = client;
    this.running = running;
    this.consultation = new Consultation(client, adviceTimeout, out);
    this.out = out;
  }

  void show(LocalDate today) {
    LocalDate first = today.minusDays(DAYS - 1);
    String period = "start=%s&end=%s".formatted(first, today);
    chapter("Report of %s to %s".formatted(first, today), List.of(DASHBOARD), () -> report(period));
    chapter(
        "Advice on the same days", List.of(CONSULTING, DASHBOARD), () -> consultation.show(period));
    chapter("Settlement of " + today, List.of(DASHBOARD), () -> settle(today));
  }

  private void chapter(String title, List<String> needed, Runnable content) {
    out.printf("%n%s%n", title);
    List<String> missing = needed.stream().filter(running.negate()).toList();
    if (!missing.isEmpty()) {
      out.printf("  left out: this stack runs without %s%n", String.join(" and ", missing));
      return;
    }
    try {
      content.run();
    } catch (UnexpectedAnswer e) {
      out.println("  did not work: " + e.getMessage());
    } catch (RuntimeException e) {
      // Gson has no exception of its own for a document that lacks what it should have.
      out.println("  did not work: the answer is not as expected: " + e);
    }
  }

  private void report(String period) {
    String path = "/bff/sales?" + period;
    SalesReport report = SalesReport.read(client.get(path));
    out.printf(
        Locale.ROOT,
        "  revenue %,d won, profit %,d won, from %d items%n",
        report.revenue(),
        report.profit(),
        report.items().size());
    list("earn most", report.best(LISTED));
    list("earn least", report.worst(LISTED));
    out.println("  " + client.curl(path));
  }

  /** The name last: in a terminal, Korean letters are two columns wide and would break columns. */
  private void list(String title, List<SalesReport.Item> items) {
    if (items.isEmpty()) {
      return;
    }
    out.println("  " + title);
    for (SalesReport.Item item : items) {
      out.printf(
          Locale.ROOT,
          "    %,12d won %,6d sold  %s%n",
          item.profit(),
          item.quantity(),
          item.name());
    }
  }

  private void settle(LocalDate day) {
    JsonObject settled = client.post("/dashboard/settlements", Map.of("date", day.toString()));
    out.printf(
        Locale.ROOT,
        "  %s%n  total %,d won, text: %s%s%n",
        settled.get("message").getAsString(),
        settled.get("sales_volume").getAsLong(),
        settled.get("sms").getAsString(),
        settled.has("reason") ? " (" + settled.get("reason").getAsString() + ")" : "");
    out.printf(
        """
          The same total of a day is texted once, however often it is settled.
          The texts, unless SNS_ENDPOINT leads them elsewhere: %s
        """,
        client.address(SMS_INBOX));
  }
}
