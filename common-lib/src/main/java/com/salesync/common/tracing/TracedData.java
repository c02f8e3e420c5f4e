package com.salesync.common.tracing;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Task data behind a line that names their trace: {@code traceparent=00-...-01}. Data without that
 * line, as older versions wrote them, are read as they are.
 */
final class TracedData implements Serializer {

  private static final byte[] MARK = "traceparent=".getBytes(StandardCharsets.US_ASCII);

  private final Serializer format;
  private final Supplier<@Nullable String> current;
  private final Consumer<String> read;

  TracedData(Serializer format, Supplier<@Nullable String> current, Consumer<String> read) {
    this.format = format;
    this.current = current;
    this.read = read;
  }

  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    byte[] bare = format.serialize(data);
    String traceparent = current.get();
    if (traceparent == null) {
      return bare;
    }
    byte[] line = (traceparent + "\n").getBytes(StandardCharsets.US_ASCII);
    int length = bare == null ? 0 : bare.length;
    byte[] traced = Arrays.copyOf(MARK, MARK.length + line.length + length);
    System.arraycopy(line, 0, traced, MARK.length, line.length);
    if (bare != null) {
      System.arraycopy(bare, 0, traced, MARK.length + line.length, length);
    }
    return traced;
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
    if (data == null || !startsWithMark(data)) {
      return format.deserialize(type, data);
    }
    int end = MARK.length;
    while (data[end] != '\n') {
      end++;
    }
    read.accept(new String(data, MARK.length, end - MARK.length, StandardCharsets.US_ASCII));
    return end + 1 == data.length
        ? format.deserialize(type, null)
        : format.deserialize(type, Arrays.copyOfRange(data, end + 1, data.length));
  }

  private static boolean startsWithMark(byte[] data) {
    return data.length > MARK.length && Arrays.equals(data, 0, MARK.length, MARK, 0, MARK.length);
  }
}
