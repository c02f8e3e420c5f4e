package com.salesync.store.password;

import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.Bulkhead;
import java.text.Normalizer;
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
  private final Bulkhead bulkhead;
  private final PasswordProperties properties;

  PasswordHashes(PasswordProperties properties) {
    this.properties = properties;
    this.bulkhead = new Bulkhead(properties.hashesAtOnce());
    this.nobodys = encode("no password has this hash");
  }

  public String hash(String password) {
    return hash(password, () -> {});
  }

  /**
   * Hashes as soon as the bulkhead admits it.
   *
   * @param first runs just before; throws if the hash has become pointless meanwhile
   */
  public String hash(String password, Runnable first) {
    return compute(
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
    return bulkhead.call(
        properties.longestWait(), () -> Problem.unavailable("PASSWORDS_BUSY", 1), work);
  }

  private static String composed(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
