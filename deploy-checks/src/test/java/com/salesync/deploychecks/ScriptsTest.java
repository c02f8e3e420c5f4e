package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {

  @Test
  void shellScriptsAreSound() {
    List<Path> scripts =
        Stream.of("build", "deploy", "deploy-checks", "k8s", ".github")
            .flatMap(folder -> Repository.files(folder, ".sh").stream())
            .toList();
    assertThat(scripts).hasSizeGreaterThan(5).allMatch(Files::isExecutable);

    Tool.Result result = shellcheck(scripts);

    assertThat(result.exit()).as(result.out()).isZero();
  }

  @Test
  void anUnsoundScriptIsCaught() throws Exception {
    Path script = Files.createTempFile("unsound", ".sh");
    Files.writeString(script, "#!/bin/sh\nrm -rf $1/*\n");

    assertThat(shellcheck(List.of(script)).out()).contains("SC2086");
  }

  /** The token that operations.md tells an operator to make is signed as the services expect. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''|\"scope\":\"operator\"", "7|\"scope\":\"internal\",\"sub\":\"7\""})
  void theOperatorsTokenIsSignedWithTheInternalKey(String store, String rights) throws Exception {
    assumeTrue(new Tool(List.of("sh", "-c", "command -v openssl")).run().exit() == 0, "no openssl");
    String key = "0123456789abcdef0123456789abcdef";

    String token =
        new Tool(List.of("sh", "-c", "printf %s \"$KEY\" | deploy/operator-token.sh " + store))
            .run(Repository.ROOT, Map.of("KEY", key))
            .out()
            .strip();

    String[] parts = token.split("\\.");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(Base64.getUrlDecoder().decode(parts[2]))
        .isEqualTo(mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII)));
    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .contains("\"iss\":\"salesync-internal\"", rights);
  }

  private static Tool.Result shellcheck(List<Path> scripts) {
    return Tool.any("shellcheck")
        .with(scripts.stream().map(Path::toString).toArray(String[]::new))
        .run();
  }
}
