package com.salesync.e2e.torture.run;

import com.salesync.e2e.database.InvariantQueries;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.till.Pauses;
import com.salesync.localstack.LocalStack;
import com.salesync.localstack.RunningPart;
import com.salesync.localstack.part.Part;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What services hold, before and after. */
final class Leaks {

  private static final String OUTBOX = "select count(*) from consulting.outbox";
  private static final Duration OUTBOX_EMPTY = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Metrics themselves are read with a connection now and then. */
  private static final int LOOKS = 10;

  private static final double MOST_GROWTH = 1.2;

  /** So few come and go with pools and probes. */
  private static final double SLACK = 25;

  private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";

  /** What must not grow, by the beginning of its name in a service's metrics. */
  private static final List<String> HELD =
      List.of("jvm_threads_live_threads", "process_files_open_files");

  private final LocalStack stack;
  private final HttpClient http = HttpClient.newHttpClient();
  private Map<String, Map<String, Double>> before = Map.of();

  Leaks(LocalStack stack) {
    this.stack = stack;
  }

  /** While clients are at work and nothing is amiss. */
  void remember() {
    before = measure();
  }

  /** Once all clients have gone. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    long waiting = awaitEmptyOutbox();
    if (waiting > 0) {
      findings.add(new Finding("stuck", waiting + " messages are still in the outbox"));
    }
    findings.addAll(heldConnections());
    measure()
        .forEach(
            (part, figures) ->
                figures.forEach(
                    (figure, value) -> {
                      double then = before.getOrDefault(part, Map.of()).getOrDefault(figure, value);
                      double slack = figure.equals(HEAP) ? 0 : SLACK;
                      if (value > then * MOST_GROWTH + slack) {
                        findings.add(
                            new Finding(
                                "leaks",
                                "%s: %s was %.0f, is %.0f".formatted(part, figure, then, value)));
                      }
                    }));
    return findings;
  }

  /** A connection that is busy whenever one looks, though nobody asks for anything. */
  private List<Finding> heldConnections() {
    Map<String, Double> least = new HashMap<>();
    for (int look = 0; look < LOOKS; look++) {
      Pauses.pause(PAUSE);
      services()
          .forEach(
              part ->
                  metrics(part).stream()
                      .filter(line -> line.startsWith("hikaricp_connections_active"))
                      .forEach(
                          line -> least.merge(part + " " + name(line), value(line), Math::min)));
    }
    return least.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(
            each ->
                new Finding("leaks", "always %.0f in %s".formatted(each.getValue(), each.getKey())))
        .toList();
  }

  private Stream<RunningPart> services() {
    return Part.services().flatMap(part -> stack.replicas(part).stream());
  }

  private static String name(String line) {
    return line.replaceFirst(" [^ ]*$", "");
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(name(line).length()));
  }

  private long awaitEmptyOutbox() {
    long end = System.nanoTime() + OUTBOX_EMPTY.toNanos();
    long waiting = InvariantQueries.count(stack.superuser(), OUTBOX);
    while (waiting > 0 && System.nanoTime() < end) {
      Pauses.pause(PAUSE);
      waiting = InvariantQueries.count(stack.superuser(), OUTBOX);
    }
    return waiting;
  }

  private Map<String, Map<String, Double>> measure() {
    Map<String, Map<String, Double>> measured = new HashMap<>();
    services().forEach(each -> measured.put(each.toString(), measure(each)));
    return measured;
  }

  private Map<String, Double> measure(RunningPart part) {
    part.pid().ifPresent(Leaks::collectGarbage);
    Map<String, Double> figures = new HashMap<>();
    for (String line : metrics(part)) {
      if (line.startsWith(HEAP)) {
        figures.merge(HEAP, value(line), Double::sum);
      } else if (HELD.stream().anyMatch(line::startsWith)) {
        figures.put(name(line), value(line));
      }
    }
    return figures;
  }

  private static void collectGarbage(long pid) {
    try {
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
              Long.toString(pid),
              "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> metrics(RunningPart part) {
    try {
      return http.send(
              HttpRequest.newBuilder(part.managementUrl().resolve("/actuator/prometheus")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("no metrics of " + part, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
