package com.salesync.store.session;

/**
 * What a client gets for having logged in.
 *
 * @param csrfToken random; sent back by the published client, needed by nobody
 */
public record SessionTokens(String accessToken, String csrfToken) {

  /** Never shows the tokens. */
  @Override
  public String toString() {
    return "SessionTokens";
  }
}
