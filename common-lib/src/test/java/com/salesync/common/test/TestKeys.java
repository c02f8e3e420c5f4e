package com.salesync.common.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A key of every caller, made once per JVM, and the file that has their public halves. */
public final class TestKeys {

  private static final Map<String, List<String>> SCOPES = readScopes();
  private static final Map<String, ECKey> KEYS = makeKeys();
  private static final Path FILE = writeFile();

  private TestKeys() {}

  /** The file of public keys, for {@code INTERNAL_PUBLIC_KEYS}. */
  public static Path file() {
    return FILE;
  }

  /** A caller's private key, for {@code INTERNAL_SIGNING_KEY}. */
  public static String signingKey(String caller) {
    return encoded(key(caller));
  }

  /** A private key as a service is given it. */
  public static String encoded(ECKey key) {
    try {
      return Base64.getEncoder().encodeToString(key.toECPrivateKey().getEncoded());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everybody who may call, the operator too. */
  public static Set<String> callers() {
    return KEYS.keySet();
  }

  /** What a caller's key may sign. */
  public static List<String> scopes(String caller) {
    return Objects.requireNonNull(SCOPES.get(caller), caller);
  }

  static ECKey key(String caller) {
    return Objects.requireNonNull(KEYS.get(caller), caller);
  }

  /** One more key, which is in no file. */
  public static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key as the file of public keys has it. */
  public static Map<String, Object> published(ECKey key, String caller, List<String> scopes) {
    Map<String, Object> member = key.toPublicJWK().toJSONObject();
    member.put("salesync_caller", caller);
    member.put("salesync_scopes", scopes);
    return member;
  }

  private static Map<String, List<String>> readScopes() {
    try (InputStream table = TestKeys.class.getResourceAsStream("internal-callers.txt")) {
      Map<String, List<String>> scopes = new HashMap<>();
      new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(line -> scopes.put(line[0], Arrays.asList(line[1].split(","))));
      // The application that common-lib itself is tested with.
      scopes.put("sample-service", List.of("internal", "operator", "directory"));
      return scopes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, ECKey> makeKeys() {
    Map<String, ECKey> keys = new HashMap<>();
    SCOPES.keySet().forEach(caller -> keys.put(caller, newKey()));
    return keys;
  }

  private static Path writeFile() {
    try {
      Path file = Files.createTempFile("public-keys", ".json");
      file.toFile().deleteOnExit();
      List<Map<String, Object>> members =
          KEYS.entrySet().stream()
              .map(key -> published(key.getValue(), key.getKey(), scopes(key.getKey())))
              .toList();
      return Files.writeString(file, JSONObjectUtils.toJSONString(Map.of("keys", members)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
