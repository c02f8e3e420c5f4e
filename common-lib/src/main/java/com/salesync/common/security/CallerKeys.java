package com.salesync.common.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The public keys of all callers: a JWK set in one file, which is read again when it changes. Each
 * key carries its caller ({@code salesync_caller}) and what it may sign ({@code salesync_scopes}).
 */
final class CallerKeys {

  private static final Logger log = LoggerFactory.getLogger(CallerKeys.class);

  private final Path file;
  private volatile Known known;
  private @Nullable String broken;

  /** A caller's key, and what tokens signed with it may be. */
  record CallerKey(ECKey key, String caller, Set<TokenScope> scopes) {}

  private record Known(String text, Map<String, CallerKey> byId) {}

  /**
   * Reads the file.
   *
   * @throws IllegalStateException if it is missing or broken
   */
  CallerKeys(Path file) {
    this.file = file;
    try {
      this.known = read();
    } catch (IOException | ParseException unusable) {
      throw new IllegalStateException(
          "INTERNAL_PUBLIC_KEYS must name the file of all callers' public keys; "
              + file
              + " is unusable: "
              + unusable,
          unusable);
    }
  }

  /** The key of exactly this id, null if there is none. */
  @Nullable CallerKey find(String keyId) {
    return known.byId().get(keyId);
  }

  /**
   * The id under which the file knows the public half of a caller's private key.
   *
   * @throws IllegalStateException if it does not
   */
  String idOf(PrivateKey own, String caller) {
    return known.byId().entrySet().stream()
        .filter(entry -> entry.getValue().caller().equals(caller))
        .filter(entry -> arePair(own, entry.getValue().key()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "INTERNAL_SIGNING_KEY belongs to none of the keys of "
                        + caller
                        + " in "
                        + file));
  }

  private static boolean arePair(PrivateKey own, ECKey published) {
    try {
      byte[] something = published.toJSONString().getBytes(StandardCharsets.UTF_8);
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(own);
      signature.update(something);
      byte[] signed = signature.sign();
      signature.initVerify(published.toECPublicKey());
      signature.update(something);
      return signature.verify(signed);
    } catch (GeneralSecurityException | JOSEException unusable) {
      throw new IllegalStateException("INTERNAL_SIGNING_KEY is no P-256 key", unusable);
    }
  }

  /** A file that cannot be used leaves everything as it was. */
  @Scheduled(fixedDelayString = "${salesync.security.directory-interval:1s}")
  synchronized void readAgain() {
    try {
      Known now = read();
      if (!now.text().equals(known.text())) {
        known = now;
        log.info("Callers' public keys are now {}", now.byId().keySet());
      }
      broken = null;
    } catch (IOException | ParseException unusable) {
      if (!unusable.toString().equals(broken)) {
        broken = unusable.toString();
        log.error("Going on with the callers' public keys as they were: {}", broken);
      }
    }
  }

  private Known read() throws IOException, ParseException {
    String text = Files.readString(file);
    Map<String, CallerKey> byId = new HashMap<>();
    for (Map<String, Object> member :
        required(JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(text), "keys"), "keys")) {
      ECKey key = ECKey.parse(member);
      if (!Curve.P_256.equals(key.getCurve()) || key.isPrivate()) {
        throw new ParseException("A key is no public P-256 key: " + key.getKeyID(), 0);
      }
      CallerKey caller =
          new CallerKey(
              key,
              required(JSONObjectUtils.getString(member, "salesync_caller"), "salesync_caller"),
              scopes(
                  required(
                      JSONObjectUtils.getStringList(member, "salesync_scopes"),
                      "salesync_scopes")));
      if (byId.put(required(key.getKeyID(), "kid"), caller) != null) {
        throw new ParseException("Two keys are called " + key.getKeyID(), 0);
      }
    }
    if (byId.isEmpty()) {
      throw new ParseException("No keys", 0);
    }
    return new Known(text, Map.copyOf(byId));
  }

  private static Set<TokenScope> scopes(List<String> claims) throws ParseException {
    Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
    for (String claim : claims) {
      scopes.add(required(TokenScope.ofKey(claim), "scope called " + claim));
    }
    return scopes;
  }

  private static <T> T required(@Nullable T value, String what) throws ParseException {
    if (value == null) {
      throw new ParseException("No " + what, 0);
    }
    return value;
  }
}
