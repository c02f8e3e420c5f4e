package com.salesync.localstack.demo;

import com.google.gson.JsonObject;
import com.salesync.localstack.Part;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.sms.SmsInbox;
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

  private static final int DAYS = 30;
  private static final int LISTED = 3;

  private final Till till;
  private final Predicate<Part> running;
  private final Consultation consultation;
  private final PrintStream out;

  /**
   * @param patience how long to wait for advice
   */
  Insight(Till till, Predicate<Part> running, Duration patience, PrintStream out) {
    this.till = till;
    this.running = running;
    this.consultation = new Consultation(till, patience, out);
    this.out = out;
  }

  void show(LocalDate today) {
    LocalDate first = today.minusDays(DAYS - 1);
    String period = "start=%s&end=%s".formatted(first, today);
    chapter(
        "Report of %s to %s".formatted(first, today),
        List.of(Part.DASHBOARD),
        () -> report(period));
    chapter(
        "Advice on the same days",
        List.of(Part.CONSULTING, Part.DASHBOARD),
        () -> consultation.show(period));
    chapter("Settlement of " + today, List.of(Part.DASHBOARD), () -> settle(today));
  }

  private void chapter(String title, List<Part> needed, Runnable content) {
    out.printf("%n%s%n", title);
    List<String> missing = needed.stream().filter(running.negate()).map(Part::label).toList();
    if (!missing.isEmpty()) {
      out.printf("  left out: this stack runs without %s%n", String.join(" and ", missing));
      return;
    }
    try {
      content.run();
    } catch (StackFailure e) {
      out.println("  did not work: " + e.getMessage());
    } catch (RuntimeException e) {
      // Gson has no exception of its own for a document that lacks what it should have.
      out.println("  did not work: the answer is not as expected: " + e);
    }
  }

  private void report(String period) {
    String path = "/bff/sales?" + period;
    SalesReport report = SalesReport.read(Till.patiently(() -> till.get(path)));
    out.printf(
        Locale.ROOT,
        "  revenue %,d won, profit %,d won, from %d items%n",
        report.revenue(),
        report.profit(),
        report.items().size());
    list("earn most", report.best(LISTED));
    list("earn least", report.worst(LISTED));
    out.println("  " + till.curl(path));
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
    JsonObject settled =
        Till.patiently(() -> till.post("/dashboard/settlements", Map.of("date", day.toString())));
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
        till.address(SmsInbox.PATH));
  }
}
