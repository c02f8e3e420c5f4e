package com.salesync.common.neighbour;

import com.salesync.common.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * A neighbour cannot be reached, is too slow, or fails by itself: 503 with {@code Retry-After}.
 * Never thrown for something the neighbour refused.
 */
public final class NeighbourUnavailable extends Problem {

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

  @Override
  public String getMessage() {
    return neighbour + " is unavailable: " + getCause();
  }
}
