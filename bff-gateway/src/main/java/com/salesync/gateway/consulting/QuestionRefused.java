package com.salesync.gateway.consulting;

/** A service will not say more of a job to this user, whose session may have ended. */
final class QuestionRefused extends RuntimeException {

  QuestionRefused(Throwable cause) {
    super(cause);
  }
}
