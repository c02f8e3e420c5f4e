package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What came back: status, headers and JSON. */
record Answer(int status, HttpHeaders headers, JsonNode body) {

  String text(String field) {
    return body.path(field).asString("");
  }

  long number(String field) {
    return body.path(field).asLong();
  }

  List<String> fields() {
    return List.copyOf(body.propertyNames());
  }

  /** The fields a validation failure names. */
  List<String> faults() {
    return body.path("errors").values().stream()
        .map(error -> error.path("field").asString(""))
        .toList();
  }

  Answer is(int expected) {
    assertThat(status).as(() -> body.toString()).isEqualTo(expected);
    return this;
  }

  /** A problem document with the members every client may rely on. */
  Answer isProblem(int expected, String code) {
    is(expected);
    assertThat(headers.getFirst("Content-Type")).startsWith("application/problem+json");
    assertThat(fields())
        .contains("type", "title", "status", "detail", "instance", "result", "message", "code");
    assertThat(text("result")).isEqualTo("failed");
    assertThat(text("code")).isEqualTo(code);
    assertThat(text("message")).isNotBlank();
    return this;
  }
}
