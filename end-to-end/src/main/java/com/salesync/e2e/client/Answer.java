package com.salesync.e2e.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What came back from a call. */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

  public boolean succeeded() {
    return body.path("result").asString("").equals("success");
  }

  public long id(String field) {
    return body.path(field).asLong();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
