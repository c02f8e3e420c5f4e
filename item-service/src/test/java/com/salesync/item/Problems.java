package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What every refusal looks like. */
final class Problems {

  private Problems() {}

  /** Returns the whole document. */
  static String assertProblem(ResponseSpec answer, int status) {
    var result = answer.expectBody().returnResult();
    byte[] body = Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
    String text = new String(body, StandardCharsets.UTF_8);
    assertThat(result.getStatus().value()).as(text).isEqualTo(status);
    assertThat(result.getResponseHeaders().getContentType())
        .matches(MediaType.APPLICATION_PROBLEM_JSON::isCompatibleWith);
    assertThat(text)
        .contains("\"result\":\"failed\"", "\"code\":\"", "\"status\":" + status)
        .doesNotContain("Exception", "java.", "org.springframework", "<html");
    return text;
  }
}
