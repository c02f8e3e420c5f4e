package com.salesync.consulting.advice.model;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.Timeout;
import com.salesync.consulting.advice.Adviser;
import com.salesync.consulting.advice.OfflineAdviser;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who advises: the model where one is configured and not switched off, else the offline adviser.
 */
@Configuration(proxyBeanMethods = false)
class AdviserConfiguration {

  /** A server that asks for no key still needs the client to have one. */
  private static final String NO_KEY = "none";

  @Bean
  Adviser adviser(ModelProperties properties, MeterRegistry metrics) {
    if (!properties.enabled()) {
      return new OfflineAdviser("the model is switched off");
    }
    if (!properties.isConfigured()) {
      return new OfflineAdviser("neither OPENAI_API_KEY nor OPENAI_BASE_URL is set");
    }
    return new ModelAdviser(client(properties), properties, metrics);
  }

  private static OpenAIClient client(ModelProperties properties) {
    OpenAIOkHttpClient.Builder client =
        OpenAIOkHttpClient.builder()
            .apiKey(properties.apiKey().isBlank() ? NO_KEY : properties.apiKey())
            .maxRetries(0)
            .timeout(
                Timeout.builder()
                    .connect(properties.connectTimeout())
                    .read(properties.timeout())
                    .request(properties.timeout())
                    .build());
    return properties.baseUrl().isBlank()
        ? client.build()
        : client.baseUrl(properties.baseUrl()).build();
  }
}
