package com.salesync.localstack.standin;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.salesync.localstack.process.StackFailure;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model that speaks OpenAI's chat completions and answers each question with another number and
 * the end of the question, so that an answer tells whose it is.
 */
public final class ModelStandIn implements AutoCloseable {

  private static final String PATH = "/v1";
  private static final int ECHOED = 500;

  private final Gson gson = new Gson();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Conduct conduct = Conduct.WELL;

  /** Listens at once. */
  public ModelStandIn(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new StackFailure("The model cannot start: " + e.getMessage(), e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PATH + "/chat/completions", this::complete);
    server.start();
  }

  /** What a service is given as the base of OpenAI's URLs. */
  public static String url(int port) {
    return "http://127.0.0.1:" + port + PATH;
  }

  /** Treats requests so that begin from now on. */
  public void behave(Conduct next) {
    conduct = next;
  }

  /** How often it was asked, answered or not. */
  public int asked() {
    return asked.get();
  }

  /** What it has made, whether it reached the caller or not; oldest first. */
  public List<String> answers() {
    return List.copyOf(answers);
  }

  private void complete(HttpExchange exchange) throws IOException {
    Conduct now = conduct;
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int number = asked.incrementAndGet();
    if (now.refuses(exchange)) {
      return;
    }
    String answer = "Answer " + number + ": " + echo(request);
    answers.add(answer);
    now.answer(exchange, 200, "application/json", completion(answer));
  }

  private String echo(String request) {
    JsonArray messages = gson.fromJson(request, JsonObject.class).getAsJsonArray("messages");
    String question = messages.get(messages.size() - 1).getAsJsonObject().get("content").toString();
    return question.substring(Math.max(0, question.length() - ECHOED));
  }

  private String completion(String answer) {
    return """
    {"id":"c","object":"chat.completion","created":1,"model":"stand-in","choices":[{"index":0,
     "finish_reason":"stop","logprobs":null,
     "message":{"role":"assistant","refusal":null,"content":%s}}],
     "usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}
    """
        .formatted(gson.toJson(answer));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
