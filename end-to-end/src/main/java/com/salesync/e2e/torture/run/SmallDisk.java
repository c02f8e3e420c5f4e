package com.salesync.e2e.torture.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk that can be filled, mounted where root is there; elsewhere a folder like any other. */
final class SmallDisk implements AutoCloseable {

  private static final String SIZE = "size=2g";

  private final Path folder;
  private final boolean mounted;

  private SmallDisk(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  /**
   * In place of this folder.
   *
   * @param wanted whether it is to be mounted at all
   */
  static SmallDisk at(Path folder, boolean wanted) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SmallDisk(
        folder, wanted && runs("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString()));
  }

  private static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (mounted) {
      runs("umount", "--lazy", folder.toString());
    }
  }
}
