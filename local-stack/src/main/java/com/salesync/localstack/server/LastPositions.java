package com.salesync.localstack.server;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.salesync.localstack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * How far each database of this machine's user had got when it was last seen, in a folder that is
 * not put back together with the data: so that data which were are told from those that were not. A
 * database that is made anew is another one.
 */
public final class LastPositions {

  private record Known(long bytes, String at, String data) {}

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Path folder;
  private final Path data;
  private final String wayOn;
  private final Consumer<String> listener;
  private final AtomicBoolean mayBeEarlier;
  private final AtomicBoolean complained = new AtomicBoolean();
  private final Gson gson = new Gson();

  /**
   * Looks and writes nothing yet.
   *
   * @param folder where positions are kept, a file for each database
   * @param data what the stack calls its own
   * @param mayBeEarlier whether data that were put back are to be used, once
   * @param wayOn what a person types to use such data
   * @param listener gets a line about what went on nevertheless
   */
  public LastPositions(
      Path folder, Path data, boolean mayBeEarlier, String wayOn, Consumer<String> listener) {
    this.folder = folder;
    this.data = data;
    this.mayBeEarlier = new AtomicBoolean(mayBeEarlier);
    this.wayOn = wayOn;
    this.listener = listener;
  }

  /**
   * Compares data that are about to be used with what is known of them.
   *
   * @throws StackFailure when they were further once, unless they may be used all the same
   */
  void compare(LogPosition found) {
    Optional<Known> last = read(found.database()).filter(known -> found.bytes() < known.bytes());
    if (last.isPresent()) {
      String gap = gap(found, last.get());
      if (!mayBeEarlier.compareAndSet(true, false)) {
        throw new StackFailure(
            "The data in %s were put back to an earlier state: %s Put the newer data back if you have them; to go on without: %s"
                .formatted(data, gap, wayOn));
      }
      listener.accept("  Goes on with data of an earlier state: " + gap);
    }
  }

  private String gap(LogPosition found, Known last) {
    Instant then = Instant.parse(last.at());
    Instant from = found.at().isBefore(then) ? found.at() : then;
    return "they end about %s, and had got to %s before%s. Whatever was ordered, paid or settled in between is missing."
        .formatted(
            TIME.format(from),
            TIME.format(then),
            last.data().equals(data.toString()) ? "" : " (in " + last.data() + ")");
  }

  /** Remembers where a database is. */
  void note(LogPosition position) {
    Path file = file(position.database());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.createDirectories(folder);
      Files.writeString(
          next,
          gson.toJson(new Known(position.bytes(), position.at().toString(), data.toString())));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      if (complained.compareAndSet(false, true)) {
        listener.accept(
            "  Cannot write to %s (%s): data put back to an earlier state would not be noticed."
                .formatted(folder, e.getMessage()));
      }
    }
  }

  private Optional<Known> read(String database) {
    try {
      return Optional.ofNullable(gson.fromJson(Files.readString(file(database)), Known.class));
    } catch (IOException | JsonParseException unknown) {
      return Optional.empty();
    }
  }

  private Path file(String database) {
    return folder.resolve(database + ".json");
  }
}
