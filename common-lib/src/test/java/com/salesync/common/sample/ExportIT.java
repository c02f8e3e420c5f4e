package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Traces leave for a collector only where one is named, over the HTTP client there is. */
class ExportIT {

  private final Map<String, String> received = new ConcurrentHashMap<>();
  private HttpServer collector;

  @BeforeEach
  void listen() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.put(
              exchange.getRequestURI().getPath(), new String(body, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void aSampledSpanReachesTheCollector() {
    trace(
        "--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:"
            + collector.getAddress().getPort()
            + "/v1/traces",
        "--management.tracing.sampling.probability=1");

    await().atMost(Duration.ofSeconds(10)).until(() -> received.containsKey("/v1/traces"));
    assertThat(received.get("/v1/traces")).contains("a span to export", "sample-service");
  }

  @Test
  void nothingIsBuiltToSendWithWithoutOne() {
    try (ConfigurableApplicationContext context = start()) {
      assertThat(context.getBeanDefinitionNames())
          .contains("otelSpanProcessor")
          .doesNotContain("otlpHttpSpanExporter");
    }
  }

  private static void trace(String... arguments) {
    try (ConfigurableApplicationContext context = start(arguments)) {
      context.getBean(Tracer.class).nextSpan().name("a span to export").start().end();
    }
  }

  private static ConfigurableApplicationContext start(String... arguments) {
    return new SpringApplicationBuilder(Traced.class)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.config.name=none",
            "spring.application.name=sample-service",
            "INTERNAL_SIGNING_KEY=unused",
            "INTERNAL_PUBLIC_KEYS=unused",
            "spring.config.import=classpath:salesync-defaults.yaml")
        .run(arguments);
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    ObservationAutoConfiguration.class,
    OpenTelemetrySdkAutoConfiguration.class,
    OpenTelemetryTracingAutoConfiguration.class,
    OtlpTracingAutoConfiguration.class,
    MicrometerTracingAutoConfiguration.class
  })
  static class Traced {}
}
