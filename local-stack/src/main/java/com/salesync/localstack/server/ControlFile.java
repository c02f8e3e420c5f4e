package com.salesync.localstack.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What PostgreSQL notes of its data while nobody can ask it: the beginning of {@code pg_control},
 * which has been the same since version 9.
 *
 * @param written when it was last noted
 * @param checkpoint position of the last checkpoint; after a clean stop, the end of everything
 */
record ControlFile(long database, boolean stoppedCleanly, Instant written, long checkpoint) {

  private static final int STATE = 16;
  private static final int TIME = 24;
  private static final int CHECKPOINT = 32;
  private static final int LENGTH = 40;

  /** {@code DB_SHUTDOWNED}. */
  private static final int STOPPED = 1;

  /** Nothing where there are no data yet. */
  static Optional<ControlFile> read(Path data) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(data.resolve("global/pg_control"));
    } catch (IOException none) {
      return Optional.empty();
    }
    if (bytes.length < LENGTH) {
      return Optional.empty();
    }
    ByteBuffer control = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    return Optional.of(
        new ControlFile(
            control.getLong(0),
            control.getInt(STATE) == STOPPED,
            Instant.ofEpochSecond(control.getLong(TIME)),
            control.getLong(CHECKPOINT)));
  }
}
