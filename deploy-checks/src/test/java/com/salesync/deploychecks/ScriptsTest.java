package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  void theOperatorsTokenIsSignedWithTheOperatorsKey(String store, String rights) throws Exception {
    assumeOpenssl();
    String key = shell("deploy/internal-keys.sh key", "");
    Manifest published = publicHalf("operator", key);
    // Often enough for a number that begins with a zero.
    for (int time = 0; time < 8; time++) {
      String[] parts = shell("deploy/operator-token.sh " + store, key).split("\\.");

      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(publicKey(published));
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
      assertThat(decoded(parts[0]))
          .contains("\"alg\":\"ES256\"", "\"kid\":\"" + published.text("kid") + '"');
      assertThat(decoded(parts[1])).contains("\"iss\":\"operator\"", rights);
    }
  }

  @Test
  void everyCallerGetsAKeyOfItsOwnAndTheFileHasTheirPublicHalves() throws Exception {
    assumeOpenssl();
    Path folder = Files.createTempDirectory("keys");

    shell("deploy/internal-keys.sh all " + folder, "");

    Manifest file = Yamls.parse(Files.readString(folder.resolve("public-keys.json")));
    Map<String, List<String>> scopes = Admissions.scopes();
    assertThat(file.parts("keys")).hasSameSizeAs(scopes.keySet());
    for (Manifest published : file.parts("keys")) {
      String caller = published.text("salesync_caller");
      Path own = folder.resolve(caller + ".key");
      assertThat(published.fields()).doesNotContainKey("d");
      assertThat(published.texts("salesync_scopes")).isEqualTo(scopes.get(caller));
      assertThat(published.text("kid")).isEqualTo(thumbprint(published));
      assertThat(Files.getPosixFilePermissions(own))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(arePair(Files.readString(own), publicKey(published))).as(caller).isTrue();
    }
  }

  @Test
  void keysAreMadeForKnownCallersOnly() {
    assumeOpenssl();
    String key = shell("deploy/internal-keys.sh key", "");

    assertThat(
            new Tool(List.of("sh", "-c", "echo \"$KEY\" | deploy/internal-keys.sh public nobody"))
                .run(Repository.ROOT, Map.of("KEY", key))
                .exit())
        .isNotZero();
  }

  /** An image may have no openssl, so its training run brings its own. */
  @Test
  void theTrainingRunHasAPairOfKeys() throws Exception {
    Matcher keys =
        Pattern.compile(
                "INTERNAL_SIGNING_KEY=(\\S+)\\n.*\\n  ([\\w-]{43}) ([\\w-]{43}) \"\\$SERVICE\"",
                Pattern.DOTALL)
            .matcher(Repository.read("deploy/image/train.sh"));
    assertThat(keys.find()).isTrue();

    assertThat(arePair(keys.group(1), publicKey(keys.group(2), keys.group(3)))).isTrue();
  }

  private static boolean arePair(String privateKey, PublicKey publicKey)
      throws GeneralSecurityException {
    byte[] something = {1, 2, 3};
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
    signature.update(something);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(something);
    return signature.verify(signed);
  }

  private static void assumeOpenssl() {
    assumeTrue(new Tool(List.of("sh", "-c", "command -v openssl")).run().exit() == 0, "no openssl");
  }

  private static String shell(String command, String input) {
    return new Tool(List.of("sh", "-c", "printf %s \"$KEY\" | " + command))
        .run(Repository.ROOT, Map.of("KEY", input))
        .out()
        .strip();
  }

  private static Manifest publicHalf(String caller, String key) {
    return Yamls.parse(shell("deploy/internal-keys.sh public " + caller, key));
  }

  private static PublicKey publicKey(Manifest published) throws GeneralSecurityException {
    return publicKey(published.text("x"), published.text("y"));
  }

  private static PublicKey publicKey(String x, String y) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(number(x), number(y)), curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger number(String base64url) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64url));
  }

  private static String thumbprint(Manifest published) throws GeneralSecurityException {
    String members =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
            .formatted(published.text("x"), published.text("y"));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8)));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static Tool.Result shellcheck(List<Path> scripts) {
    return Tool.any("shellcheck")
        .with(scripts.stream().map(Path::toString).toArray(String[]::new))
        .run();
  }
}
