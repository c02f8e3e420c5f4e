package com.salesync.store.password;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.deadline.Deadline;
import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.FairPool;
import com.salesync.common.resilience.RateLimiter;
import java.text.Normalizer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP's first choice). Passwords are compared in
 * Unicode's composed form, since keyboards differ in how they send Hangul. Addresses take turns, on
 * fewer threads than there are cores: a rush of log-ins leaves the tills theirs.
 */
@Component
public class PasswordHashes implements AutoCloseable {

  /** On an idle core; from the first one on what it took is measured. */
  private static final Duration EXPECTED = Duration.ofMillis(50);

  private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
  private final String nobodys = encode("no password has this hash");
  private final FairPool<ClientAddress> pool;
  private final PasswordProperties properties;

  PasswordHashes(PasswordProperties properties) {
    this.properties = properties;
    this.pool = new FairPool<>("password-hash", properties.threads(), EXPECTED);
  }

  /**
   * Hashes a password when it is the address's turn.
   *
   * @throws Problem 429 {@code PASSWORDS_BUSY} with the time to wait, if that is too long
   */
  public String hash(String password, ClientAddress address) {
    return compute(address, () -> encode(password));
  }

  /**
   * Whether a password is the one that was hashed.
   *
   * @param hash null for a user that does not exist: takes the same time, and is false
   * @throws Problem 429 {@code PASSWORDS_BUSY} with the time to wait, if that is too long
   */
  public boolean matches(String password, @Nullable String hash, ClientAddress address) {
    String compared = hash == null ? nobodys : hash;
    return compute(address, () -> argon2.matches(composed(password), compared)) && hash != null;
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

  private <T> T compute(ClientAddress address, Supplier<T> work) {
    return pool.call(address, Deadline.cut(properties.longestWait()), PasswordHashes::busy, work);
  }

  private static Problem busy(Duration wait) {
    return Problem.tooManyRequests("PASSWORDS_BUSY", RateLimiter.secondsToWait(wait));
  }

  private static String composed(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  @Override
  public void close() {
    pool.close();
  }
}
