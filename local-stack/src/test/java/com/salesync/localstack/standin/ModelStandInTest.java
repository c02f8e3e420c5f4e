package com.salesync.localstack.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.salesync.localstack.process.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelStandInTest {

  private final Ports ports = new Ports(true);
  private final int port = ports.take(0);
  private final HttpClient client = HttpClient.newHttpClient();
  private final ModelStandIn model = new ModelStandIn(port);

  @AfterEach
  void stop() {
    model.close();
    client.close();
    ports.close();
  }

  @Test
  void answersEachQuestionWithItsEndAndANumber() throws Exception {
    assertThat(content(ask("How is pizza doing?").body()))
        .startsWith("Answer 1: ")
        .contains("pizza")
        .isEqualTo(model.answers().getFirst());
    assertThat(content(ask("And pasta?").body())).startsWith("Answer 2: ").contains("pasta");
  }

  @Test
  void failsAsItIsTold() throws Exception {
    model.behave(Conduct.failing(503));
    assertThat(ask("pizza").statusCode()).isEqualTo(503);
    assertThat(model.asked()).isEqualTo(1);
    assertThat(model.answers()).isEmpty();

    model.behave(Conduct.RUBBISH);
    assertThat(ask("pizza").body()).doesNotContain("choices");
  }

  private HttpResponse<String> ask(String question) throws Exception {
    String body =
        """
        {"model":"m","messages":[{"role":"system","content":"You advise."},
         {"role":"user","content":"%s"}]}
        """
            .formatted(question);
    return client.send(
        HttpRequest.newBuilder(URI.create(ModelStandIn.url(port) + "/chat/completions"))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String content(String body) {
    return new Gson()
        .fromJson(body, JsonObject.class)
        .getAsJsonArray("choices")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("message")
        .get("content")
        .getAsString();
  }
}
