package com.salesync.localstack.part;

import com.salesync.localstack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The settings of a service that a developer runs, for a shell and for an IDE. */
public record EnvironmentFile(Part service, Path file, SortedMap<String, String> variables) {

  /** Writes them below the data folder; they hold secrets, so only their owner can read them. */
  public static EnvironmentFile write(
      Path data, Part service, SortedMap<String, String> variables) {
    Path file = data.resolve("run").resolve(service.label() + ".env");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, lines("", variables, ""));
    } catch (IOException e) {
      throw new StackFailure("Cannot write " + file + ": " + e.getMessage(), e);
    }
    return new EnvironmentFile(service, file, variables);
  }

  /** What {@code up} prints. */
  public String describe() {
    return """
    %s is left out; run it with these settings, which %s holds too:

    %s\
    """
        .formatted(service.label(), file, lines("export ", variables, "'"));
  }

  private static String lines(String prefix, Map<String, String> variables, String quote) {
    return variables.entrySet().stream()
        .map(each -> prefix + each.getKey() + "=" + quote + each.getValue() + quote + "\n")
        .collect(Collectors.joining());
  }
}
