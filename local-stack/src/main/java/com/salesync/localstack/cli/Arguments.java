package com.salesync.localstack.cli;

import com.salesync.localstack.Options;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One command with its options; every command understands {@code --data}.
 *
 * @param part what {@code logs} is about; everything when absent
 */
record Arguments(
    String command,
    Path data,
    int port,
    boolean detach,
    boolean force,
    boolean follow,
    Optional<String> part) {

  private static final int HIGHEST_PORT = 65_535;

  static Arguments parse(List<String> words) {
    Deque<String> rest = new ArrayDeque<>(words);
    String command = rest.isEmpty() ? "help" : rest.pop();
    Path data = new Options().data();
    int port = 8080;
    boolean detach = false;
    boolean force = false;
    boolean follow = false;
    Optional<String> part = Optional.empty();
    while (!rest.isEmpty()) {
      String word = rest.pop();
      switch (word) {
        case "--data" -> data = Path.of(value(word, rest)).toAbsolutePath().normalize();
        case "--port" -> port = port(value(word, rest));
        case "--detach", "-d" -> detach = true;
        case "--force" -> force = true;
        case "--follow", "-f" -> follow = true;
        case "--help", "-h" -> command = "help";
        default -> {
          if (word.startsWith("-") || !command.equals("logs") || part.isPresent()) {
            throw new UsageFailure("'" + word + "' is not understood by " + command + ".");
          }
          part = Optional.of(word);
        }
      }
    }
    if (command.equals("--help") || command.equals("-h")) {
      command = "help";
    }
    return new Arguments(command, data, port, detach, force, follow, part);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new UsageFailure(option + " needs a value.");
    }
    return rest.pop();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new UsageFailure("--port needs a number, not '" + text + "'.");
    }
    throw new UsageFailure("--port is between 1 and " + HIGHEST_PORT + ".");
  }
}
