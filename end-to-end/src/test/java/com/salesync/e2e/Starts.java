package com.salesync.e2e;

import com.salesync.localstack.part.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long services took from their start until they were ready, as the launcher's lines say. */
final class Starts {

  private static final Pattern READY = Pattern.compile("^ +(\\S+) +ready after +([\\d.]+) s.*$");

  private record Start(String service, Duration took) {}

  private final List<Start> noted = new CopyOnWriteArrayList<>();

  void note(String line) {
    Matcher found = READY.matcher(line);
    if (found.matches()) {
      noted.add(
          new Start(
              found.group(1),
              Duration.ofMillis(Math.round(Double.parseDouble(found.group(2)) * 1000))));
    }
  }

  /** All of a service's, oldest first. */
  List<Duration> of(Part service) {
    return noted.stream()
        .filter(start -> start.service().equals(service.label()))
        .map(Start::took)
        .toList();
  }
}
