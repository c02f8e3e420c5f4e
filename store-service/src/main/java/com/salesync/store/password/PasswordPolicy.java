package com.salesync.store.password;

import com.salesync.common.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must be: 8 to 128 characters, none of the most common ones, no run ({@code
 * 12345678}) nor repeat of one character, not the username. Nothing else is asked (NIST SP
 * 800-63B), and passwords already in use keep working.
 */
public final class PasswordPolicy {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  private static final Set<String> COMMON = read();

  private PasswordPolicy() {}

  /**
   * Refuses an unacceptable new password.
   *
   * @param username null where it is not known
   * @throws Problem 400 naming {@code password}
   */
  public static void check(String password, @Nullable String username) {
    fault(password, username)
        .ifPresent(
            fault -> {
              throw Problem.badRequest("VALIDATION_FAILED").field("password", fault);
            });
  }

  /**
   * What is wrong with a new password, as {@link Problem#field} takes it.
   *
   * @param username null where it is not known
   */
  public static Optional<String> fault(String password, @Nullable String username) {
    int length = (int) Normalizer.normalize(password, Normalizer.Form.NFC).codePoints().count();
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of("password_length");
    }
    String plain = plain(password);
    if (plain.isBlank()) {
      return Optional.of("required");
    }
    boolean common =
        COMMON.contains(plain)
            || isEvenlySpaced(plain)
            || (username != null && plain.equals(plain(username)));
    return common ? Optional.of("password_common") : Optional.empty();
  }

  /** Letter case and full-width forms make no password harder to guess. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Whether each character is the same as, the next after or the one before its predecessor. */
  private static boolean isEvenlySpaced(String text) {
    int[] characters = text.codePoints().toArray();
    int step = characters[1] - characters[0];
    return Math.abs(step) <= 1
        && IntStream.range(1, characters.length)
            .allMatch(i -> characters[i] - characters[i - 1] == step);
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
