package com.salesync.store.password;

import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP's first choice). Passwords are compared in
 * Unicode's composed form, since keyboards differ in how they send Hangul. Hashed on threads of the
 * platform, fewer than there are cores: they hold up no virtual thread, and a rush of log-ins
 * leaves the tills theirs. Whoever hashes has a turn, see {@link PasswordQueue}.
 */
@Component
public class PasswordHashes implements AutoCloseable {

  private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
  private final ExecutorService threads;
  private final String nobodys;
  private final Duration typical;

  PasswordHashes(PasswordProperties properties) {
    this.threads =
        Executors.newFixedThreadPool(
            properties.threads(), Thread.ofPlatform().daemon().name("password-hash-", 1).factory());
    this.nobodys = hash("no password has this hash");
    long start = System.nanoTime();
    hash("the first one also loads classes");
    this.typical = Duration.ofNanos(System.nanoTime() - start);
  }

  /** How long one took at the start. */
  Duration typical() {
    return typical;
  }

  public String hash(String password) {
    return compute(() -> encode(password));
  }

  /**
   * Whether a password is the one that was hashed.
   *
   * @param hash null for a user that does not exist: takes the same time, and is false
   */
  public boolean matches(String password, @Nullable String hash) {
    String compared = hash == null ? nobodys : hash;
    return compute(() -> argon2.matches(composed(password), compared)) && hash != null;
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

  private <T> T compute(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads).join();
  }

  private static String composed(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
