package com.salesync.common.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.validation.annotation.Validated;

/**
 * Which paths are open to whom; every other path needs a store token. Paths are written {@code
 * METHOD /pattern}, without a trailing slash, {@code *} for any method; as keys, in brackets. Below
 * {@code /internal} nothing is open that is not named here.
 *
 * @param signingKey this service's private P-256 key, PKCS#8 in base64 or PEM
 * @param publicKeys the file with the public keys of all callers
 * @param firstKeys how long a request waits for the keys of tokens where none are known yet, and
 *     the pause between two questions for them
 * @param publicPaths open to anybody
 * @param internalPaths open to these callers when they act for a store
 * @param operatorPaths open to these callers when they act for no store
 * @param directoryPaths open to these callers, whatever their key may not sign besides
 */
@Validated
@ConfigurationProperties("salesync.security")
record SecurityProperties(
    @NotBlank String signingKey,
    @NotNull Path publicKeys,
    @NotNull Duration firstKeys,
    @DefaultValue List<String> publicPaths,
    @DefaultValue Map<String, List<String>> internalPaths,
    @DefaultValue Map<String, List<String>> operatorPaths,
    @DefaultValue Map<String, List<String>> directoryPaths) {

  /** Every path that names callers. */
  Set<String> callerPaths() {
    Set<String> paths = new TreeSet<>(internalPaths.keySet());
    paths.addAll(operatorPaths.keySet());
    paths.addAll(directoryPaths.keySet());
    return paths;
  }

  /** Whether a path names whoever issued the token, for what the token is good for. */
  boolean admits(String path, Jwt token) {
    TokenScope scope = TokenScope.of(token);
    if (scope == TokenScope.WARM_UP) {
      return internalPaths.containsKey(path);
    }
    Map<String, List<String>> paths =
        switch (scope) {
          case STORE, WARM_UP -> Map.of();
          case INTERNAL -> internalPaths;
          case OPERATOR -> operatorPaths;
          case DIRECTORY -> directoryPaths;
        };
    return paths.getOrDefault(path, List.of()).contains(token.getClaimAsString("iss"));
  }
}
