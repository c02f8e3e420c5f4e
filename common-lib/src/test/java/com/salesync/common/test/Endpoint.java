package com.salesync.common.test;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * A row of the tenant table: one endpoint, with a path and body that would succeed for its owner.
 *
 * @param path pattern as mapped, such as {@code /categories/{id}}
 * @param uri the same path with the ids of the store that owns them, and the query it needs
 * @param body JSON, or null
 * @param foreign what another store gets for these ids: 404, or the status of an answer that holds
 *     nothing of the owner's
 */
public record Endpoint(
    HttpMethod method, String path, String uri, @Nullable String body, int foreign) {

  public static Endpoint of(
      HttpMethod method, String path, String uri, @Nullable String body, int foreign) {
    return new Endpoint(method, path, uri, body, foreign);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
