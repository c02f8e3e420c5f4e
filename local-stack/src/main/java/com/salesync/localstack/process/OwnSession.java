package com.salesync.localstack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a command in a terminal session of its own. Otherwise Ctrl-C reaches every process at once
 * and the database goes down under services that are still finishing.
 */
public final class OwnSession {

  private static final List<String> PREFIX = prefix();

  private OwnSession() {}

  /**
   * The process keeps the id that the launcher sees: each prefix replaces itself by the command.
   */
  public static List<String> of(List<String> command) {
    List<String> all = new ArrayList<>(PREFIX);
    all.addAll(command);
    return all;
  }

  private static List<String> prefix() {
    if (onPath("setsid")) {
      return List.of("setsid");
    }
    if (onPath("perl")) {
      return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV");
    }
    return List.of();
  }

  private static boolean onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String directory : path.split(File.pathSeparator, -1)) {
      if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }
}
