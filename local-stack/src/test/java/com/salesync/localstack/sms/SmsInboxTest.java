package com.salesync.localstack.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.localstack.process.Ports;
import com.salesync.localstack.standin.Conduct;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsInboxTest {

  @TempDir private Path folder;

  private final int port = new Ports(true).take(0);
  private final HttpClient client = HttpClient.newHttpClient();
  private SmsInbox inbox;

  @AfterEach
  void stop() {
    inbox.close();
    client.close();
  }

  @Test
  void showsWhatWasPublishedAlsoAfterARestart() throws Exception {
    start();
    assertThat(publish("+821012345678", "오늘 매출 36,000원 <b>").statusCode()).isEqualTo(200);
    assertThat(inbox.texts())
        .singleElement()
        .satisfies(text -> assertThat(text.message()).isEqualTo("오늘 매출 36,000원 <b>"));

    inbox.close();
    start();

    assertThat(get("text/html").body())
        .contains("+821012345678")
        .contains("오늘 매출 36,000원 &lt;b&gt;")
        .doesNotContain("<b>");
    assertThat(get("application/json").body()).contains("\"phone\":\"+821012345678\"");
  }

  @Test
  void answersInTheSdksOwnXml() throws Exception {
    start();

    assertThat(publish("+821012345678", "text").body())
        .contains("<MessageId>" + inbox.texts().getFirst().messageId() + "</MessageId>");
    HttpResponse<String> refused = publish("010-1234-5678", "text");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("<Code>InvalidParameter</Code>");
    assertThat(inbox.texts()).hasSize(1);
  }

  @Test
  void textsAreSentOrNotWhateverTheCallerGetsToKnow() throws Exception {
    start();

    inbox.behave(Conduct.failing(500));
    assertThat(publish("+821012345678", "not sent").statusCode()).isEqualTo(500);
    assertThat(inbox.texts()).isEmpty();

    inbox.behave(Conduct.RUBBISH);
    HttpResponse<String> rubbish = publish("+821012345678", "sent");
    assertThat(rubbish.statusCode()).isEqualTo(200);
    assertThat(rubbish.body()).doesNotContain("MessageId");

    inbox.behave(Conduct.CUT);
    assertThatThrownBy(() -> publish("+821012345678", "sent too")).isInstanceOf(IOException.class);

    inbox.behave(Conduct.WELL);
    assertThat(publish("+821012345678", "as well").body()).contains("MessageId");
    assertThat(inbox.texts())
        .extracting(SentText::message)
        .containsExactly("sent", "sent too", "as well");
  }

  @Test
  void anAnswerMayComeLongAfterTheText() throws Exception {
    start();
    inbox.behave(Conduct.slow(Duration.ofMinutes(1)));

    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return publish("+821012345678", "sent");
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    await().until(() -> !inbox.texts().isEmpty());
    assertThat(answer).isNotDone();
  }

  private void start() {
    inbox = new SmsInbox(port, folder.resolve("sms.jsonl"));
  }

  private HttpResponse<String> publish(String phone, String message)
      throws IOException, InterruptedException {
    String form =
        "Action=Publish&Version=2010-03-31&PhoneNumber="
            + encode(phone)
            + "&Message="
            + encode(message);
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String accept) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + SmsInbox.PATH))
            .header("Accept", accept)
            .build(),
        BodyHandlers.ofString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
