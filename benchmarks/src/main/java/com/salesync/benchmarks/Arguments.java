package com.salesync.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What to measure.
 *
 * @param time how long each scenario is measured
 * @param clients how many call at once
 * @param shops how many shops the clients are spread over
 * @param historyToken of a shop with many orders, if its report is to be compared
 * @param launcher the process that started the system, if its processor time is to be measured
 */
record Arguments(
    URI url,
    Duration time,
    int clients,
    int shops,
    Optional<String> historyToken,
    Optional<ProcessHandle> launcher,
    boolean help) {

  private static final int MOST_SHOPS = 50;
  private static final int MOST_CLIENTS = 1_000;
  private static final double LONGEST_SECONDS = 3_600;

  static Arguments parse(List<String> words) {
    Deque<String> rest = new ArrayDeque<>(words);
    URI url = URI.create("http://localhost:8080");
    Duration time = Duration.ofSeconds(15);
    int clients = 8;
    int shops = 4;
    Optional<String> historyToken = Optional.empty();
    Optional<ProcessHandle> launcher = Optional.empty();
    boolean help = false;
    while (!rest.isEmpty()) {
      String word = rest.pop();
      switch (word) {
        case "--url" -> url = url(value(word, rest));
        case "--seconds" -> time = time(value(word, rest));
        case "--clients" -> clients = number(word, value(word, rest), MOST_CLIENTS);
        case "--shops" -> shops = number(word, value(word, rest), MOST_SHOPS);
        case "--history-token" -> historyToken = Optional.of(value(word, rest));
        case "--launcher" -> launcher = Optional.of(process(value(word, rest)));
        case "--help", "-h" -> help = true;
        default -> throw new UsageFailure("'" + word + "' is not understood.");
      }
    }
    return new Arguments(
        url, time, clients, Math.min(shops, clients), historyToken, launcher, help);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new UsageFailure(option + " needs a value.");
    }
    return rest.pop();
  }

  private static URI url(String text) {
    if (!text.matches("https?://[^/?#\\s]+/?")) {
      throw new UsageFailure("--url needs the gateway's address, not '" + text + "'.");
    }
    return URI.create(text);
  }

  private static Duration time(String text) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds > 0 && seconds <= LONGEST_SECONDS) {
        return Duration.ofNanos((long) (seconds * 1e9));
      }
    } catch (NumberFormatException e) {
      throw new UsageFailure("--seconds needs a number, not '" + text + "'.");
    }
    throw new UsageFailure("--seconds is more than 0 and at most 3600.");
  }

  private static ProcessHandle process(String text) {
    int pid = number("--launcher", text, Integer.MAX_VALUE);
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new UsageFailure("There is no process " + pid + "."));
  }

  private static int number(String option, String text, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UsageFailure(option + " needs a whole number, not '" + text + "'.");
    }
    throw new UsageFailure(option + " is between 1 and " + most + ".");
  }
}
