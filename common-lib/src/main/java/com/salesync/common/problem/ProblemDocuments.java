package com.salesync.common.problem;

import com.salesync.common.outcome.Effects;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a {@link Problem} into the RFC 9457 document that also carries {@code result}, {@code
 * message} and {@code code}; for controllers as an entity, for filters straight onto the response.
 */
public final class ProblemDocuments {

  private static final Logger log = LoggerFactory.getLogger(ProblemDocuments.class);

  private final Messages messages;
  private final LocaleResolver locales;
  private final JsonMapper json;

  public ProblemDocuments(Messages messages, LocaleResolver locales, JsonMapper json) {
    this.messages = messages;
    this.locales = locales;
    this.json = json;
  }

  public ResponseEntity<Object> entity(Problem raised, HttpServletRequest request) {
    Problem problem = asFarAsKnown(raised);
    return ResponseEntity.status(problem.status())
        .headers(headers -> addHeaders(problem, headers))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(document(problem, request));
  }

  /** Writes the document unless the response has already left. */
  public void write(Problem raised, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Problem problem = asFarAsKnown(raised);
    HttpHeaders headers = new HttpHeaders();
    addHeaders(problem, headers);
    headers.forEach((name, values) -> response.setHeader(name, values.getFirst()));
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    json.writeValue(response.getOutputStream(), document(problem, request));
  }

  /** 503 says that nothing was done. */
  private static Problem asFarAsKnown(Problem problem) {
    return problem.status() == HttpStatus.SERVICE_UNAVAILABLE && Effects.arePossible()
        ? Problem.outcomeUnknown(problem)
        : problem;
  }

  private ProblemDetail document(Problem problem, HttpServletRequest request) {
    if (problem.status().is4xxClientError()) {
      log.info(
          "Refused {} {}: {} {}",
          request.getMethod(),
          request.getRequestURI(),
          problem.status().value(),
          problem.code());
    }
    Locale locale = locales.resolveLocale(request);
    String title = problem.status().getReasonPhrase();
    String message = messages.getFirst(textKeys(problem), title, locale, problem.arguments());
    ProblemDetail document = ProblemDetail.forStatusAndDetail(problem.status(), message);
    document.setType(URI.create("urn:salesync:problem:" + problem.code()));
    document.setTitle(title);
    document.setInstance(instance(request));
    document.setProperty("result", "failed");
    document.setProperty("message", message);
    document.setProperty("code", problem.code());
    if (!problem.errors().isEmpty()) {
      document.setProperty("errors", localised(problem.errors(), locale));
    }
    problem.properties().forEach(document::setProperty);
    traceId(request).ifPresent(id -> document.setProperty("trace_id", id));
    return document;
  }

  private static List<String> textKeys(Problem problem) {
    String general = "problem." + problem.code();
    String subject = problem.subject();
    return subject == null ? List.of(general) : List.of(general + "." + subject, general);
  }

  /** By what a till shows or stores of a failure its log lines are found, in every service. */
  private static Optional<String> traceId(HttpServletRequest request) {
    return ServerHttpObservationFilter.findObservationContext(request)
        .map(observation -> observation.<TracingContext>get(TracingContext.class))
        .map(TracingContext::getSpan)
        .map(span -> span.context().traceId());
  }

  private List<Map<String, String>> localised(List<Problem.FieldError> errors, Locale locale) {
    return errors.stream()
        .map(
            error ->
                Map.of(
                    "field",
                    error.field(),
                    "message",
                    messages.getOrDefault("field." + error.message(), error.message(), locale)))
        .toList();
  }

  private static URI instance(HttpServletRequest request) {
    try {
      return URI.create(request.getRequestURI());
    } catch (IllegalArgumentException unparsable) {
      return URI.create("/");
    }
  }

  private static void addHeaders(Problem problem, HttpHeaders headers) {
    Integer retryAfter = problem.retryAfterSeconds();
    if (retryAfter != null) {
      headers.set(
          HttpHeaders.RETRY_AFTER,
          String.valueOf(
              problem.status().is5xxServerError() ? spread(retryAfter) : (int) retryAfter));
    }
    if (problem.status().value() == 401) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** Up to twice as long: those who failed together shall not come back together. */
  private static int spread(int seconds) {
    return ThreadLocalRandom.current().nextInt(seconds, 2 * seconds + 1);
  }
}
