package com.salesync.common.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * The description of a service that is committed at its root, {@code openapi.yaml}, against what
 * the running service says of itself. {@code -Dopenapi.update=true} writes the file instead.
 */
public abstract class OpenApiContract {

  private static final Path FILE = Path.of(System.getProperty("basedir", ""), "openapi.yaml");

  /** Where the service was reached is an accident of the test. */
  private static final Pattern SERVERS = Pattern.compile("(?m)^servers:\\n(?:[- ].*\\n)*");

  private final RestTestClient client;

  protected OpenApiContract(RestTestClient client) {
    this.client = client;
  }

  @Test
  void describesTheServiceAsItIs() throws IOException {
    String actual = described();
    if (Boolean.getBoolean("openapi.update")) {
      Files.writeString(FILE, actual);
    }
    assertThat(FILE).as("Write it with -Dopenapi.update=true").exists();
    failOnDrift(Files.readString(FILE), actual);
  }

  private String described() {
    byte[] yaml =
        client
            .get()
            .uri("/v3/api-docs.yaml")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    String text = new String(Objects.requireNonNull(yaml), java.nio.charset.StandardCharsets.UTF_8);
    return SERVERS.matcher(text).replaceFirst("");
  }

  /** Names the first line that differs; the whole document would bury it. */
  static void failOnDrift(String committed, String actual) {
    if (committed.equals(actual)) {
      return;
    }
    List<String> before = committed.lines().toList();
    List<String> now = actual.lines().toList();
    int line = 0;
    while (line < before.size() && line < now.size() && before.get(line).equals(now.get(line))) {
      line++;
    }
    fail(
        """
        openapi.yaml no longer describes the service. First difference, line %d:
          committed: %s
          service:   %s
        If the change is meant, write the file anew and commit it:
          ../mvnw verify -Dit.test=OpenApiIT -Dopenapi.update=true\
        """,
        line + 1, lineOf(before, line), lineOf(now, line));
  }

  private static String lineOf(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "(end of file)";
  }
}
