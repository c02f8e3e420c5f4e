package com.salesync.localstack.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Tells whether a process that runs can already be used. */
@FunctionalInterface
public interface Readiness {

  /**
   * Asked again and again until true.
   *
   * @throws StackFailure when waiting longer is pointless
   */
  boolean isReady();

  /** Ready once {@code uri} answers 200. */
  static Readiness http(URI uri) {
    return () -> {
      try {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(1_000);
        connection.setReadTimeout(3_000);
        try {
          return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
          connection.disconnect();
        }
      } catch (IOException notYet) {
        return false;
      }
    };
  }
}
