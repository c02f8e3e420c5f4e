package com.salesync.localstack.part;

import io.jsonwebtoken.security.EcPrivateJwk;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A key of its own for everybody who calls a service of one stack, and the file of their public
 * halves that each service reads. Who calls, and what for, is in {@code
 * deploy/internal-callers.txt}.
 */
public final class CallerKeys {

  /** Who runs the stack. */
  public static final String OPERATOR = "operator";

  private static final String FILE = "internal-public-keys.json";

  private final Path file;
  private final Secrets secrets;

  public CallerKeys(Path data, Secrets secrets) {
    this.file = data.resolve(FILE);
    this.secrets = secrets;
  }

  /** A caller's private key, PKCS#8 in base64. */
  String signingKey(String caller) {
    return secrets.get("signing-key." + caller, CallerKeys::invent);
  }

  /** A caller's key, called by its thumbprint as in the file. */
  public EcPrivateJwk key(String caller) {
    try {
      byte[] encoded = Base64.getDecoder().decode(signingKey(caller));
      ECPrivateKey key =
          (ECPrivateKey)
              KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return Jwks.builder().key(key).idFromThumbprint().build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The file, written if it is not as it should be. */
  synchronized Path publicKeys() {
    String text =
        callers().stream()
            .map(caller -> published(caller.getFirst(), List.of(caller.getLast().split(","))))
            .collect(Collectors.joining(",\n", "{\"keys\":[\n", "\n]}\n"));
    try {
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Path next = Files.writeString(file.resolveSibling(FILE + ".next"), text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toAbsolutePath();
  }

  private String published(String caller, List<String> scopes) {
    return Jwks.json(
        Jwks.builder()
            .key(key(caller).toPublicJwk().toKey())
            .idFromThumbprint()
            .add("salesync_caller", caller)
            .add("salesync_scopes", scopes)
            .build());
  }

  private static List<List<String>> callers() {
    try (InputStream table = CallerKeys.class.getResourceAsStream("internal-callers.txt")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String invent() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return Base64.getEncoder()
          .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
