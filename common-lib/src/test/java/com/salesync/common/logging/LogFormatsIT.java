package com.salesync.common.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a line looks like on the console of a service, plain and as JSON. */
@ExtendWith(OutputCaptureExtension.class)
class LogFormatsIT {

  private static final Logger log = LoggerFactory.getLogger(LogFormatsIT.class);

  private static final String PHONE = "010-1234-5678";
  private static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  /** The tests after this one are back to plain lines. */
  @AfterAll
  static void plainAgain() {
    System.clearProperty(
        LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
    start();
  }

  @Test
  void aPlainLineNamesTheTraceAndMasks(CapturedOutput output) {
    start();

    logByMistake();

    assertMasked(output);
    assertThat(output.getOut().lines())
        .anySatisfy(line -> assertThat(line).contains("[" + TRACE + "] ", "to *** with ***"))
        .anySatisfy(line -> assertThat(line).contains("IllegalStateException: token ***"));
  }

  @Test
  void everythingOfAnEventIsOneLineOfJson(CapturedOutput output) {
    start("--logging.structured.format.console=logstash");

    logByMistake();

    assertMasked(output);
    List<JsonNode> lines =
        output.getOut().lines().map(line -> new JsonMapper().readTree(line)).toList();
    assertThat(lines)
        .hasSizeGreaterThan(1)
        .last()
        .satisfies(
            line -> {
              assertThat(line.path("message").asString()).isEqualTo("to *** with ***");
              assertThat(line.path("caller").asString()).isEqualTo("***");
              assertThat(line.path("trace_id").asString()).isEqualTo(TRACE);
              assertThat(line.path("span_id").asString()).isEqualTo(SPAN);
              assertThat(line.path("request_id").asString()).isEqualTo("till-7");
              assertThat(line.path("stack_trace").asString())
                  .contains("IllegalStateException: token ***", "\n\tat ");
            });
  }

  private static void start(String... arguments) {
    LoggingSystem.get(LogFormatsIT.class.getClassLoader()).cleanUp();
    SpringApplication service =
        new SpringApplicationBuilder(Nothing.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .build();
    service.setDefaultProperties(
        Map.of(
            "spring.config.name",
            "none",
            "spring.config.import",
            "classpath:salesync-defaults.yaml"));
    service.run(arguments).close();
  }

  private static void logByMistake() {
    MDC.put("traceId", TRACE);
    MDC.put("spanId", SPAN);
    MDC.put("request_id", "till-7");
    MDC.put("caller", PHONE);
    try {
      log.error("to {} with {}", PHONE, TOKEN, new IllegalStateException("token " + TOKEN));
    } finally {
      MDC.clear();
    }
  }

  private static void assertMasked(CapturedOutput output) {
    assertThat(output.getOut()).doesNotContain(PHONE, TOKEN);
  }

  @Configuration(proxyBeanMethods = false)
  static class Nothing {}
}
