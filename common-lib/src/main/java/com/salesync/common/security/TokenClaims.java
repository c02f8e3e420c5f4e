package com.salesync.common.security;

/** What Salesync's tokens say, besides the registered claims. */
public final class TokenClaims {

  /** Issuer of the access tokens that store-service signs with ES256. */
  public static final String STORE_ISSUER = "salesync";

  /** Issuer of an operator's tokens; a service's are issued under its own name. */
  public static final String OPERATOR_ISSUER = "operator";

  public static final String AUDIENCE = "salesync";

  /** {@code typ} of every token, see RFC 9068. */
  public static final String TYPE = "at+jwt";

  public static final String SESSION = "sid";

  /** IANA time zone of the store. */
  public static final String ZONE = "zone";

  /** Wall-clock {@code HH:mm} at which the store's business day begins. */
  public static final String DAY_START = "day_start";

  static final String SCOPE = "scope";

  private TokenClaims() {}
}
