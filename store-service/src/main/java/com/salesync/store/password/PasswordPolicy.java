package com.salesync.store.password;

import com.salesync.common.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a new password must be: 8 to 128 characters, none of the most common ones, not the username.
 * Nothing else is asked (NIST SP 800-63B), and passwords already in use keep working.
 */
@Component
public class PasswordPolicy {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  private final Set<String> common = read();

  /**
   * Refuses an unacceptable new password.
   *
   * @throws Problem 400 naming {@code password}
   */
  public void check(String password, String username) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw refused("password_length");
    }
    String plain = password.toLowerCase(Locale.ROOT);
    if (common.contains(plain) || plain.equals(username.toLowerCase(Locale.ROOT))) {
      throw refused("password_common");
    }
    if (plain.isBlank()) {
      throw refused("required");
    }
  }

  private static Problem refused(String reason) {
    return Problem.badRequest("VALIDATION_FAILED").field("password", reason);
  }

  private static Set<String> read() {
    try (InputStream list =
        Objects.requireNonNull(
            PasswordPolicy.class.getResourceAsStream("/common-passwords.txt"),
            "common-passwords.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("##"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
