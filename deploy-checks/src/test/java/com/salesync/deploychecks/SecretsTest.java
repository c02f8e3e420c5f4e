package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No key, secret or credential is in the repository. */
class SecretsTest {

  private static final Pattern SECRET =
      Pattern.compile(
          "\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/]{20}"
              + "|\\bsk-(proj-)?[A-Za-z0-9_-]{32,}"
              + "|\\bgh[pousr]_[A-Za-z0-9]{36}\\b"
              + "|\\bxox[abpr]-[A-Za-z0-9-]{20,}");

  @Test
  void noFileUnderVersionControlHoldsASecret() {
    Tool.Result listed = Tool.any("git").with("ls-files").run();
    assertThat(listed.exit()).isZero();

    List<String> found =
        listed.out().lines().filter(file -> holdsSecret(Repository.path(file))).toList();

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AKIA" + "IOSFODNN7EXAMPLE", "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345"})
  void aSecretIsCaught(String secret) {
    assertThat(SECRET.matcher("key: " + secret).find()).isTrue();
  }

  private static boolean holdsSecret(Path file) {
    try {
      return Files.isRegularFile(file)
          && SECRET.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
