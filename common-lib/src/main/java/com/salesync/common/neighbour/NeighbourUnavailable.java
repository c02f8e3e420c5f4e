package com.salesync.common.neighbour;

import com.salesync.common.problem.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.http.HttpStatus;

/**
 * A neighbour cannot be reached, is too slow, or fails by itself: 503 with {@code Retry-After}.
 * Never thrown for something the neighbour refused.
 */
public final class NeighbourUnavailable extends Problem {

  private static final List<Class<? extends IOException>> NO_CONNECTION =
      List.of(
          ConnectException.class,
          NoRouteToHostException.class,
          UnknownHostException.class,
          HttpConnectTimeoutException.class,
          ConnectTimeoutException.class,
          ConnectionRequestTimeoutException.class);

  private final String neighbour;

  public NeighbourUnavailable(String neighbour, Throwable cause) {
    super(HttpStatus.SERVICE_UNAVAILABLE, "NEIGHBOUR_UNAVAILABLE", neighbour);
    this.neighbour = neighbour;
    initCause(cause);
    retryAfter(2);
  }

  public String neighbour() {
    return neighbour;
  }

  /** Whether the call certainly never reached the neighbour, since there was no connection. */
  public boolean neverConnected() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      Throwable one = cause;
      if (NO_CONNECTION.stream().anyMatch(type -> type.isInstance(one))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the call was given up because it took too long, rather than for what came of it. */
  public boolean timedOut() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String getMessage() {
    return neighbour + " is unavailable: " + getCause();
  }
}
