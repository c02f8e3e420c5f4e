package com.salesync.dashboard.consulting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one consulting request.
 *
 * @param answer the advice, once completed
 * @param failure why there will be none, in the store's language, once failed
 */
public record ConsultingResult(
    UUID reqId, long storeId, State state, @Nullable String answer, @Nullable String failure) {

  /** How far the request has come. */
  public enum State {
    ACCEPTED,
    COMPLETED,
    FAILED
  }

  public static ConsultingResult accepted(UUID reqId, long storeId) {
    return new ConsultingResult(reqId, storeId, State.ACCEPTED, null, null);
  }

  public static ConsultingResult completed(UUID reqId, long storeId, String answer) {
    return new ConsultingResult(reqId, storeId, State.COMPLETED, answer, null);
  }

  public static ConsultingResult failed(UUID reqId, long storeId, String reason) {
    return new ConsultingResult(reqId, storeId, State.FAILED, null, reason);
  }
}
