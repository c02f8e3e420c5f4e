package com.salesync.e2e;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What came back from a call. */
record Answer(int status, JsonNode body, HttpHeaders headers) {

  boolean succeeded() {
    return body.path("result").asString("").equals("success");
  }

  long id(String field) {
    return body.path(field).asLong();
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
