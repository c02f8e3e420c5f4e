package com.salesync.common.warmup;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import com.salesync.common.security.InternalTokens;
import com.salesync.common.security.WarmingUp;
import com.salesync.common.warmup.WarmUpProperties.Request;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Asks the service's own port, without a trace in logs and metrics. */
final class WarmUpRequests {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final int LOOKS = 50;

  /** Writes a line for each refusal. */
  private static final String REFUSALS = "com.salesync.common.problem.ProblemDocuments";

  private final WarmUpProperties properties;
  private final InternalTokens tokens;
  private final WarmingUp warmingUp;
  private final ClientHttpRequestFactoryBuilder<?> connections;
  private final LoggingSystem logging;
  private final MeterRegistry meters;
  private @Nullable LoggerConfiguration logged;

  WarmUpRequests(
      WarmUpProperties properties,
      InternalTokens tokens,
      WarmingUp warmingUp,
      ClientHttpRequestFactoryBuilder<?> connections,
      LoggingSystem logging,
      MeterRegistry meters) {
    this.properties = properties;
    this.tokens = tokens;
    this.warmingUp = warmingUp;
    this.connections = connections;
    this.logging = logging;
    this.meters = meters;
  }

  /**
   * Sends each request once and then again and again, until that is enough or {@link #end}.
   *
   * @throws IllegalStateException if one is answered otherwise than it must be
   */
  void sendTo(int port) {
    RestClient self =
        RestClient.builder()
            .baseUrl("http://localhost:" + port)
            .requestFactory(
                connections.build(HttpClientSettings.defaults().withTimeouts(TIMEOUT, TIMEOUT)))
            .build();
    long began = System.nanoTime();
    for (int round = 0; round < properties.repeats(); round++) {
      for (Request request : properties.requests()) {
        if (round > 0 && System.nanoTime() - began > properties.repeatFor().toNanos()) {
          return;
        }
        send(self, request, round == 0);
      }
    }
  }

  /** From here on this service takes the tokens of its warm-up. */
  void begin() {
    logged = logging.getLoggerConfiguration(REFUSALS);
    logging.setLogLevel(REFUSALS, LogLevel.WARN);
    warmingUp.begin(properties.admitTokens());
  }

  /** From here on it does not, and begins to log and count. */
  void end() {
    warmingUp.end();
    logging.setLogLevel(REFUSALS, logged == null ? null : logged.getConfiguredLevel());
    awaitCounted();
    properties.uncounted().forEach(name -> meters.find(name).meters().forEach(meters::remove));
  }

  /** A request is counted a little after its answer has left. */
  private void awaitCounted() {
    for (int look = 0; look < LOOKS && isCounting(); look++) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean isCounting() {
    return properties.uncounted().stream()
        .flatMap(name -> meters.find(name + ".active").longTaskTimers().stream())
        .anyMatch(active -> active.activeTasks() > 0);
  }

  /**
   * Sends a request.
   *
   * @param cold the first time it may take too long, which is what this is all about
   */
  private void send(RestClient self, Request request, boolean cold) {
    if (!warmingUp.isUnderWay()) {
      throw new CancellationException("No longer warming up");
    }
    RestClient.RequestBodySpec asked = self.method(request.method()).uri(request.path());
    if (!request.anonymous()) {
      asked.header(HttpHeaders.AUTHORIZATION, tokens.warmingUp());
    }
    if (request.body() != null) {
      asked.contentType(MediaType.APPLICATION_JSON).body(request.body());
    }
    String answered =
        asked.exchange(
            (sent, answer) ->
                answer.getStatusCode().value() == request.status()
                        || (cold && answer.getStatusCode().isSameCodeAs(SERVICE_UNAVAILABLE))
                    ? ""
                    : answer.getStatusCode() + " " + answer.bodyTo(String.class));
    if (answered == null || !answered.isEmpty()) {
      throw new IllegalStateException(request.ask() + " was answered " + answered);
    }
  }
}
