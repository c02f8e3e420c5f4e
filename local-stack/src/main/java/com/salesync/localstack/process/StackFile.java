package com.salesync.localstack.process;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a running stack in a file, for {@code status}, {@code down} and for a launcher that
 * finds what a killed one left behind. Replaced as a whole at every change.
 */
public final class StackFile {

  /**
   * One line of {@code status}.
   *
   * @param process null while it is down
   * @param port where it serves
   * @param health answers 200 while it is ready; null where there is nothing to ask
   * @param stopSignal ends it cleanly
   * @param leftOut run by a developer instead of the launcher
   */
  public record Entry(
      String name,
      ManagedProcess.State state,
      @Nullable ProcessId process,
      int port,
      @Nullable String health,
      int restarts,
      String stopSignal,
      boolean leftOut) {

    /** The process itself, while it runs. */
    public Optional<ProcessHandle> alive() {
      return Optional.ofNullable(process).flatMap(ProcessId::alive);
    }
  }

  /**
   * Everything that is known about a stack.
   *
   * @param ready every part was healthy at least once
   * @param entries in the order they are started
   */
  public record Content(ProcessId launcher, boolean ready, String url, List<Entry> entries) {}

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path file;

  public StackFile(Path data) {
    this.file = data.resolve("stack.json");
  }

  /** Nothing when no stack was started here, or the last one ended cleanly. */
  public Optional<Content> read() {
    try {
      return Optional.ofNullable(GSON.fromJson(Files.readString(file), Content.class));
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }

  public void write(Content content) {
    Path next = file.resolveSibling("stack.json.next");
    try {
      Files.writeString(next, GSON.toJson(content));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
