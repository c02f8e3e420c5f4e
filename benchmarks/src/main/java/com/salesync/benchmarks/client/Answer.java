package com.salesync.benchmarks.client;

import com.google.gson.JsonObject;

/**
 * What the gateway answered.
 *
 * @param body empty when there was none
 */
public record Answer(int status, JsonObject body) {

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** True when the body's {@code result} is this one. */
  public boolean hasResult(String result) {
    return body.has("result") && body.get("result").getAsString().equals(result);
  }

  /** In the gateway's words where it has some for a person. */
  public String reason() {
    return body.has("message") && !body.has("errors")
        ? body.get("message").getAsString()
        : body.toString();
  }
}
