package com.salesync.consulting.advice.model;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The language model.
 *
 * @param apiKey without it, and without a base URL, the offline adviser answers
 * @param baseUrl any OpenAI-compatible endpoint, such as {@code http://localhost:11434/v1}
 * @param name the model asked for
 * @param temperature 0 to 2; absent leaves it to the model
 * @param maxTokens longest answer the model may give
 * @param connectTimeout until a connection stands
 * @param timeout until the whole answer is in
 * @param longestPrompt characters of figures a prompt may hold
 * @param longestAnswer characters an answer may have
 * @param enabled false is the kill switch: the offline adviser answers from then on
 */
@Validated
@ConfigurationProperties("salesync.consulting.model")
record ModelProperties(
    String apiKey,
    String baseUrl,
    String name,
    @DecimalMin("0") @DecimalMax("2") @Nullable Double temperature,
    @Positive int maxTokens,
    Duration connectTimeout,
    Duration timeout,
    @DefaultValue("12000") @Positive int longestPrompt,
    @DefaultValue("20000") @Positive int longestAnswer,
    boolean enabled) {

  boolean isConfigured() {
    return !apiKey.isBlank() || !baseUrl.isBlank();
  }

  @Override
  public String toString() {
    return "ModelProperties[name=" + name + ", baseUrl=" + baseUrl + "]";
  }
}
