package com.salesync.gateway.consulting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hears of a job's progress. An {@link IOException} from it ends the following. */
public interface ConsultingListener {

  /**
   * Something happened: {@code accepted}, {@code running}, and at last one of {@code answer},
   * {@code failed}, {@code timeout}.
   */
  void on(String event, Notice notice) throws IOException;

  /** Nothing has happened for a while. */
  void onSilence() throws IOException;

  /**
   * What a client reads of an event.
   *
   * @param result as the polled endpoints have it: {@code not completed}, {@code success}, {@code
   *     failed}
   * @param message what a till can show; the reason of a failure
   * @param consulting the answer's text
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Notice(
      String reqId, String result, @Nullable String message, @Nullable String consulting) {}
}
