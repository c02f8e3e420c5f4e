package com.salesync.store.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  /** A virtual thread is not among them. */
  @Test
  void hashesOnAThreadOfThePlatform() {
    try (PasswordHashes hashes = new PasswordHashes(new PasswordProperties(1, LONG, LONG))) {
      assertThat(hashes.matches("a password", hashes.hash("a password"))).isTrue();
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .contains("password-hash-1");
    }
  }
}
