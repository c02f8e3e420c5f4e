package com.salesync.localstack.sms;

import com.google.gson.Gson;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.standin.Conduct;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Answers SNS's {@code Publish} and shows what was published at {@code /_local/sms}. */
public final class SmsInbox implements AutoCloseable {

  /** The page; JSON for those who accept only that. */
  public static final String PATH = "/_local/sms";

  private final List<SentText> texts;
  private final Gson gson = new Gson();
  private final Path file;
  private final HttpServer server;
  private volatile Conduct conduct = Conduct.WELL;

  /**
   * Listens at once.
   *
   * @param file where texts are kept between starts, a JSON document per line
   */
  public SmsInbox(int port, Path file) {
    this.file = file;
    try {
      this.texts = new CopyOnWriteArrayList<>(read(file));
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new StackFailure("The SMS inbox cannot start: " + e.getMessage(), e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PATH, this::show);
    server.createContext("/", this::speakSns);
    server.start();
  }

  /** Oldest first. */
  public List<SentText> texts() {
    return List.copyOf(texts);
  }

  /** Treats what is published so from the next request on. */
  public void behave(Conduct next) {
    conduct = next;
  }

  private List<SentText> read(Path kept) throws IOException {
    return Files.exists(kept)
        ? Files.readAllLines(kept).stream()
            .map(line -> gson.fromJson(line, SentText.class))
            .toList()
        : List.of();
  }

  private void speakSns(HttpExchange exchange) throws IOException {
    Conduct now = conduct;
    if (now.refuses(exchange)) {
      return;
    }
    Map<String, String> form =
        parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String phone = form.getOrDefault("PhoneNumber", "");
    String message = form.getOrDefault("Message", "");
    if (!"Publish".equals(form.get("Action"))) {
      now.answer(
          exchange, 400, "text/xml", SnsAnswer.error("InvalidAction", "Only Publish is known."));
    } else if (!phone.matches("\\+[1-9][0-9]{6,14}") || message.isEmpty()) {
      now.answer(
          exchange,
          400,
          "text/xml",
          SnsAnswer.error("InvalidParameter", "A PhoneNumber in E.164 and a Message are needed."));
    } else {
      SentText text =
          new SentText(UUID.randomUUID().toString(), Instant.now().toString(), phone, message);
      keep(text);
      now.answer(exchange, 200, "text/xml", SnsAnswer.published(text.messageId()));
    }
  }

  private synchronized void keep(SentText text) {
    try {
      Files.writeString(
          file,
          gson.toJson(text) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    texts.add(text);
  }

  private void show(HttpExchange exchange) throws IOException {
    String accepted = exchange.getRequestHeaders().getFirst("Accept");
    if (accepted != null && accepted.startsWith("application/json")) {
      Conduct.WELL.answer(exchange, 200, "application/json", gson.toJson(texts));
    } else {
      Conduct.WELL.answer(exchange, 200, "text/html; charset=utf-8", InboxPage.of(texts));
    }
  }

  private static Map<String, String> parse(String form) {
    return Arrays.stream(form.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]), (a, b) -> b));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
