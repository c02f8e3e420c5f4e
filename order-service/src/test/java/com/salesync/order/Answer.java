package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What a client got. */
record Answer(int status, HttpHeaders headers, JsonNode body) {

  JsonNode at(String pointer) {
    return body.at(pointer);
  }

  String text(String pointer) {
    return body.at(pointer).asString();
  }

  long number(String pointer) {
    JsonNode node = body.at(pointer);
    assertThat(node.isIntegralNumber()).as(() -> pointer + " of " + body).isTrue();
    return node.asLong();
  }

  String etag() {
    String tag = headers.getETag();
    assertThat(tag).isNotNull();
    return tag;
  }

  Answer hasStatus(int expected) {
    assertThat(status).as(() -> body.toString()).isEqualTo(expected);
    return this;
  }

  /** A problem document as the contract words it. */
  Answer isProblem(int expected, String code) {
    hasStatus(expected);
    assertThat(headers.getFirst("Content-Type")).startsWith("application/problem+json");
    assertThat(text("/code")).as(() -> body.toString()).isEqualTo(code);
    assertThat(text("/result")).isEqualTo("failed");
    assertThat(text("/message")).isNotBlank();
    assertThat(number("/status")).isEqualTo(expected);
    return this;
  }

  Answer isSuccess(String message) {
    hasStatus(200);
    assertThat(text("/result")).isEqualTo("success");
    assertThat(text("/message")).isEqualTo(message);
    return this;
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
