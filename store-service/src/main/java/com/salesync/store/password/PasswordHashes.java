package com.salesync.store.password;

import com.salesync.common.problem.Problem;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP's first choice). Passwords are compared in
 * Unicode's composed form, since keyboards differ in how they send Hangul.
 */
@Component
public class PasswordHashes {

  private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
  private final String nobodys;
  private final Semaphore turns;
  private final PasswordProperties properties;

  PasswordHashes(PasswordProperties properties) {
    this.properties = properties;
    this.turns = new Semaphore(properties.hashesAtOnce(), true);
    this.nobodys = encode("no password has this hash");
  }

  public String hash(String password) {
    return hash(password, () -> {});
  }

  /**
   * Hashes when its turn comes.
   *
   * @param first runs just before; throws if the hash has become pointless meanwhile
   */
  public String hash(String password, Runnable first) {
    return inTurn(
        () -> {
          first.run();
          return encode(password);
        });
  }

  /**
   * Whether a password is the one that was hashed.
   *
   * @param hash null for a user that does not exist: takes the same time, and is false
   */
  public boolean matches(String password, @Nullable String hash) {
    String compared = hash == null ? nobodys : hash;
    return inTurn(() -> argon2.matches(composed(password), compared)) && hash != null;
  }

  /** Whether the hash was made with weaker parameters than today's. */
  public boolean isOutdated(String hash) {
    return argon2.upgradeEncoding(hash);
  }

  private String encode(String password) {
    String hash = argon2.encode(composed(password));
    if (hash == null) {
      throw new IllegalStateException("Argon2 made no hash");
    }
    return hash;
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(properties.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problem.unavailable("PASSWORDS_BUSY", 1);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("PASSWORDS_BUSY", 1);
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static String composed(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
