package com.salesync.consulting.advice.model;

import com.openai.client.OpenAIClient;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.salesync.consulting.advice.Advice;
import com.salesync.consulting.advice.Adviser;
import com.salesync.consulting.advice.NoAdvice;
import com.salesync.consulting.advice.NoAdvice.Reason;
import com.salesync.consulting.figures.SalesFigures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.InterruptedIOException;
import java.util.Locale;

/**
 * Asks the model once. Repeating is the job's business, which gives the slot back meanwhile; hence
 * the client's own retries are off.
 */
final class ModelAdviser implements Adviser {

  private final OpenAIClient client;
  private final ModelProperties properties;
  private final MeterRegistry metrics;

  ModelAdviser(OpenAIClient client, ModelProperties properties, MeterRegistry metrics) {
    this.client = client;
    this.properties = properties;
    this.metrics = metrics;
  }

  @Override
  public Advice advise(String storeName, SalesFigures figures, Locale language) {
    Prompt prompt = Prompt.of(storeName, figures, language, properties.longestPrompt());
    Timer.Sample time = Timer.start(metrics);
    String outcome = "answered";
    try {
      return read(client.chat().completions().create(request(prompt)));
    } catch (NoAdvice none) {
      outcome = none.reason().name().toLowerCase(Locale.ROOT);
      throw none;
    } catch (OpenAIException failed) {
      NoAdvice none = reason(failed);
      outcome = none.reason().name().toLowerCase(Locale.ROOT);
      throw none;
    } finally {
      time.stop(metrics.timer("salesync.consulting.model.calls", "outcome", outcome));
    }
  }

  private ChatCompletionCreateParams request(Prompt prompt) {
    ChatCompletionCreateParams.Builder request =
        ChatCompletionCreateParams.builder()
            .model(properties.name())
            .maxCompletionTokens(properties.maxTokens())
            .addSystemMessage(prompt.instructions())
            .addUserMessage(prompt.data());
    Double temperature = properties.temperature();
    if (temperature != null) {
      request.temperature(temperature);
    }
    return request.build();
  }

  private Advice read(ChatCompletion answer) {
    answer
        .usage()
        .ifPresent(
            usage -> {
              count("prompt", usage.promptTokens());
              count("completion", usage.completionTokens());
            });
    if (answer.choices().isEmpty()) {
      throw NoAdvice.forNow(Reason.MODEL_EMPTY, "no choice");
    }
    ChatCompletionMessage message = answer.choices().getFirst().message();
    if (message.refusal().filter(refusal -> !refusal.isBlank()).isPresent()) {
      throw NoAdvice.forGood(Reason.MODEL_REFUSED, "refused");
    }
    String text = message.content().orElse("").replace("\0", "").strip();
    if (text.isEmpty()) {
      throw NoAdvice.forNow(Reason.MODEL_EMPTY, "no text");
    }
    if (text.length() > properties.longestAnswer()) {
      throw NoAdvice.forNow(Reason.MODEL_TOO_LONG, text.length() + " characters");
    }
    return new Advice(text);
  }

  private void count(String kind, long tokens) {
    metrics.counter("salesync.consulting.model.tokens", "kind", kind).increment((double) tokens);
  }

  /** Only the status is kept of a failure: its body may repeat the prompt or the key. */
  private static NoAdvice reason(OpenAIException failed) {
    return switch (failed) {
      case OpenAIServiceException refused -> reason(refused.statusCode(), refused);
      case OpenAIIoException late when late.getCause() instanceof InterruptedIOException ->
          NoAdvice.forNow(Reason.MODEL_SLOW, "no answer in time", late);
      case OpenAIIoException lost -> NoAdvice.forNow(Reason.MODEL_UNREACHABLE, "no answer", lost);
      default -> NoAdvice.forNow(Reason.MODEL_UNREADABLE, "not a completion", failed);
    };
  }

  private static NoAdvice reason(int status, OpenAIServiceException refused) {
    String detail = "HTTP " + status;
    if (status == 429) {
      return NoAdvice.forNow(Reason.MODEL_BUSY, detail, refused);
    }
    if (status == 408 || status == 409 || status >= 500) {
      return NoAdvice.forNow(Reason.MODEL_FAILED, detail, refused);
    }
    return status < 400
        ? NoAdvice.forNow(Reason.MODEL_UNREADABLE, detail, refused)
        : NoAdvice.forGood(Reason.MODEL_MISCONFIGURED, detail);
  }

  @Override
  public Description description() {
    return new Description("model", properties.name());
  }
}
