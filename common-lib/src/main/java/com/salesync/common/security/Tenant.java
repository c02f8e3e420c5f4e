package com.salesync.common.security;

import com.salesync.common.time.BusinessDays;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The store a verified token speaks for. Every query is scoped by it and by nothing a client sends.
 *
 * @param session the session the token belongs to; for internal tokens, the service that minted it
 */
public record Tenant(long storeId, String session, BusinessDays businessDays) {

  /** The id that no store has or will have, for what a service does before it is ready. */
  public static final long NO_STORE = 999_999_999_999_999_999L;

  /** Whom this service acts for while it is warming up. */
  public static Tenant ofNoStore(String service) {
    return new Tenant(NO_STORE, service, BusinessDays.DEFAULT);
  }

  static Tenant of(Jwt token) {
    return new Tenant(
        Long.parseLong(token.getSubject()),
        required(token, TokenClaims.SESSION),
        new BusinessDays(
            ZoneId.of(required(token, TokenClaims.ZONE)),
            LocalTime.parse(required(token, TokenClaims.DAY_START))));
  }

  private static String required(Jwt token, String claim) {
    return Objects.requireNonNull(token.getClaimAsString(claim), claim);
  }

  /** The current request's store, or null where no store is asking. */
  public static @Nullable Tenant current() {
    return SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken token
            && TokenScope.isOfStore(token.getToken())
        ? of(token.getToken())
        : null;
  }

  /**
   * The current request's store.
   *
   * @throws IllegalStateException on a path that security lets through without a store
   */
  public static Tenant required() {
    Tenant tenant = current();
    if (tenant == null) {
      throw new IllegalStateException("This path is open to requests without a store");
    }
    return tenant;
  }
}
