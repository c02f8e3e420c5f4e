package com.salesync.common.neighbour;

import com.salesync.common.neighbour.OutageAwareAdapter.FailedAnswer;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.HttpStatusCodeException;

/**
 * A neighbour cannot be reached, is too slow, or fails by itself. Nothing was done: 503 {@code
 * NEIGHBOUR_UNAVAILABLE}. What became of a write is not known: 504 {@code OUTCOME_UNKNOWN}. Both
 * with {@code Retry-After}. Never thrown for something the neighbour refused.
 */
public final class NeighbourUnavailable extends Problem {

  private static final int RETRY_AFTER_SECONDS = 2;

  private static final List<Class<? extends IOException>> NO_CONNECTION =
      List.of(
          ConnectException.class,
          NoRouteToHostException.class,
          UnknownHostException.class,
          HttpConnectTimeoutException.class,
          ConnectTimeoutException.class,
          ConnectionRequestTimeoutException.class);

  private final String neighbour;

  private NeighbourUnavailable(HttpStatus status, String code, String neighbour, Throwable cause) {
    super(status, code, neighbour);
    this.neighbour = neighbour;
    initCause(cause);
    retryAfter(RETRY_AFTER_SECONDS);
  }

  /** Of a read, or of a write that certainly came to nothing. */
  public NeighbourUnavailable(String neighbour, Throwable cause) {
    this(HttpStatus.SERVICE_UNAVAILABLE, "NEIGHBOUR_UNAVAILABLE", neighbour, cause);
  }

  /**
   * Of a write: nothing was done if no connection stood or the neighbour said so itself, else its
   * outcome is unknown.
   */
  public static NeighbourUnavailable ofWrite(String neighbour, Throwable cause) {
    return saysThatNothingWasDone(cause)
        ? new NeighbourUnavailable(neighbour, cause)
        : new NeighbourUnavailable(HttpStatus.GATEWAY_TIMEOUT, OUTCOME_UNKNOWN, neighbour, cause);
  }

  public String neighbour() {
    return neighbour;
  }

  @Override
  protected String subject() {
    return neighbour;
  }

  /** Whether a write may have been done. */
  public boolean isOutcomeUnknown() {
    return status() == HttpStatus.GATEWAY_TIMEOUT;
  }

  /** The status it answered with, 401 for one; null where no answer came. */
  public @Nullable HttpStatusCode answered() {
    return switch (getCause()) {
      case FailedAnswer answer -> answer.status();
      case HttpStatusCodeException answer -> answer.getStatusCode();
      case null, default -> null;
    };
  }

  private static boolean saysThatNothingWasDone(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Throwable one = cause;
      if ((one instanceof FailedAnswer answer && answer.nothingDone())
          || NO_CONNECTION.stream().anyMatch(type -> type.isInstance(one))) {
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
