package com.salesync.localstack.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How a stand-in treats a request: what it does, and what the caller gets to know of that. */
public final class Conduct {

  private enum Answer {
    RIGHT,
    FAILURE,
    RUBBISH,
    NONE
  }

  /** Does what it is asked and says so. */
  public static final Conduct WELL = new Conduct(Answer.RIGHT, Duration.ZERO, 0);

  /** Does what it is asked and answers 200 with what nobody understands. */
  public static final Conduct RUBBISH = new Conduct(Answer.RUBBISH, Duration.ZERO, 0);

  /** Does what it is asked and hangs up without an answer. */
  public static final Conduct CUT = new Conduct(Answer.NONE, Duration.ZERO, 0);

  private final Answer answer;
  private final Duration delay;
  private final int status;

  private Conduct(Answer answer, Duration delay, int status) {
    this.answer = answer;
    this.delay = delay;
    this.status = status;
  }

  /** Does what it is asked at once and says so after {@code delay}. */
  public static Conduct slow(Duration delay) {
    return new Conduct(Answer.RIGHT, delay, 0);
  }

  /**
   * Does nothing.
   *
   * @param status the answer's, from 400 to 599
   */
  public static Conduct failing(int status) {
    return new Conduct(Answer.FAILURE, Duration.ZERO, status);
  }

  /** True when the request has no effect; it is answered then. */
  public boolean refuses(HttpExchange exchange) throws IOException {
    if (answer != Answer.FAILURE) {
      return false;
    }
    send(exchange, status, "text/plain", "out of order");
    return true;
  }

  /** Ends the exchange with this answer, or what this conduct makes of it. */
  public void answer(HttpExchange exchange, int rightStatus, String type, String body)
      throws IOException {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    switch (answer) {
      case RIGHT -> send(exchange, rightStatus, type, body);
      case RUBBISH -> send(exchange, 200, type, "}<rubbish " + "\0".repeat(20));
      case NONE, FAILURE -> exchange.close();
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
