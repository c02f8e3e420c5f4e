package com.salesync.e2e.plant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What changed code calls. */
public final class Slips {

  private Slips() {}

  /** A key that nobody has ever used. */
  public static @Nullable String fresh(@Nullable String key) {
    return key == null ? null : key + UUID.randomUUID();
  }

  /** A key that is known until this process ends. */
  public static @Nullable String ofThisProcess(@Nullable String key) {
    return key == null ? null : key + ProcessHandle.current().pid();
  }
}
