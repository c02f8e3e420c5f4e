package com.salesync.localstack;

import com.salesync.localstack.process.Leftovers;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.process.StackFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one stack, held by one launcher at a time. */
final class DataFolder implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(20);

  private final StackFile stackFile;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.stackFile = new StackFile(folder);
    this.lock = lock;
  }

  /**
   * Makes the folder, ends what a killed launcher left running in it, and puts the last run's logs
   * aside.
   *
   * @throws StackFailure when another launcher holds it
   */
  static DataFolder open(Options options) {
    Path path = options.data();
    try {
      Files.createDirectories(path.resolve("logs"));
      Files.createDirectories(path.resolve("apps"));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StackFailure(
            "Salesync already runs in %s: stop it first with %s."
                .formatted(path, options.command("down")));
      }
      DataFolder folder = new DataFolder(path, channel);
      folder.stackFile.read().ifPresent(content -> Leftovers.end(content, GRACE));
      putLogsAside(path.resolve("logs"));
      return folder;
    } catch (IOException e) {
      throw new StackFailure("Cannot use " + path + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisVeryProcess) {
      return null;
    }
  }

  private static void putLogsAside(Path logs) throws IOException {
    List<Path> last;
    try (Stream<Path> files = Files.list(logs)) {
      last = files.filter(file -> file.toString().endsWith(".log")).toList();
    }
    for (Path log : last) {
      if (!log.endsWith("launcher.log")) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  void record(StackFile.Content content) {
    stackFile.write(content);
  }

  @Override
  public void close() {
    stackFile.delete();
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
