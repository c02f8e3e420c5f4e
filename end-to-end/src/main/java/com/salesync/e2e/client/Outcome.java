package com.salesync.e2e.client;

/** What a client was told about a write. */
public enum Outcome {
  /** 2xx: it is done. */
  DONE,
  /** 4xx, or {@code result:"failed"}: it is not done, and why. */
  REFUSED,
  /** 503: nothing was done, ask again. */
  UNAVAILABLE,
  /** 504: it may have been done. */
  UNKNOWN,
  /** Any other 5xx: never. */
  BROKEN,
  /** No answer came: it may have been done. */
  UNANSWERED;

  public static Outcome of(Answer answer) {
    int status = answer.status();
    if (status >= 500) {
      return status == 503 ? UNAVAILABLE : status == 504 ? UNKNOWN : BROKEN;
    }
    boolean refused = status >= 400 || answer.body().path("result").asString("").equals("failed");
    return refused ? REFUSED : DONE;
  }

  /** Whether it contradicts what is there. */
  public boolean isUntrue(boolean happened) {
    return switch (this) {
      case DONE -> !happened;
      case REFUSED, UNAVAILABLE -> happened;
      case BROKEN -> true;
      case UNKNOWN, UNANSWERED -> false;
    };
  }
}
