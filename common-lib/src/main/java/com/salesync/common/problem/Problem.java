package com.salesync.common.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request refused for a reason its sender can act on.
 *
 * <p>The code is stable and machine-readable ({@code ORDER_NOT_FOUND}); the text shown to a person
 * is the message {@code problem.<code>} of the service's message bundle, formatted with the
 * arguments. Features take the named kinds; a status of its own is for the web above them.
 */
public class Problem extends RuntimeException {

  /** A field of the request and the message key (or ready text) that says what is wrong with it. */
  public record FieldError(String field, String message) {}

  /** The code of a write of which it is not known whether it was done. */
  public static final String OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN";

  private static final int RETRY_UNKNOWN_AFTER_SECONDS = 3;

  private final HttpStatus status;
  private final String code;
  private final transient Object[] arguments;
  private final transient Map<String, Object> properties = new LinkedHashMap<>();
  private final transient List<FieldError> errors = new ArrayList<>();
  private @Nullable Integer retryAfterSeconds;

  public Problem(HttpStatus status, String code, Object... arguments) {
    super(code);
    this.status = status;
    this.code = code;
    this.arguments = arguments;
  }

  public static Problem badRequest(String code, Object... arguments) {
    return new Problem(HttpStatus.BAD_REQUEST, code, arguments);
  }

  public static Problem forbidden(String code, Object... arguments) {
    return new Problem(HttpStatus.FORBIDDEN, code, arguments);
  }

  public static Problem notFound(String code, Object... arguments) {
    return new Problem(HttpStatus.NOT_FOUND, code, arguments);
  }

  public static Problem conflict(String code, Object... arguments) {
    return new Problem(HttpStatus.CONFLICT, code, arguments);
  }

  /** 412: what the sender saw of it has changed since. */
  public static Problem preconditionFailed(String code, Object... arguments) {
    return new Problem(HttpStatus.PRECONDITION_FAILED, code, arguments);
  }

  /** 422: understood, and not possible as it is asked. */
  public static Problem unprocessable(String code, Object... arguments) {
    return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, arguments);
  }

  public static Problem tooManyRequests(int retryAfterSeconds) {
    return tooManyRequests("TOO_MANY_REQUESTS", retryAfterSeconds);
  }

  public static Problem tooManyRequests(String code, int retryAfterSeconds, Object... arguments) {
    return new Problem(HttpStatus.TOO_MANY_REQUESTS, code, arguments).retryAfter(retryAfterSeconds);
  }

  /**
   * 503 with {@code Retry-After}: something this service needs cannot be reached. Of a write it
   * says that nothing was done; where that is not so, it is answered as {@link #outcomeUnknown}.
   */
  public static Problem unavailable(String code, int retryAfterSeconds, Object... arguments) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, arguments)
        .retryAfter(retryAfterSeconds);
  }

  /** 504 with {@code Retry-After}: a write may have been done, or be done yet. */
  public static Problem outcomeUnknown(Throwable cause) {
    Problem problem = outcomeUnknown();
    problem.initCause(cause);
    return problem;
  }

  /** 504 with {@code Retry-After}: what another call does has not ended yet. */
  public static Problem outcomeUnknown() {
    return new Problem(HttpStatus.GATEWAY_TIMEOUT, OUTCOME_UNKNOWN)
        .retryAfter(RETRY_UNKNOWN_AFTER_SECONDS);
  }

  /** Adds a member to the problem document, such as the right total of a mismatch. */
  public Problem with(String property, Object value) {
    properties.put(property, value);
    return this;
  }

  /** Names the field at fault; the message is a key {@code field.<message>} or plain text. */
  public Problem field(String field, String message) {
    errors.add(new FieldError(field, message));
    return this;
  }

  public Problem retryAfter(int seconds) {
    this.retryAfterSeconds = seconds;
    return this;
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  /**
   * What it is about, where a service may have a text of its own for that: {@code
   * problem.<code>.<subject>} comes before {@code problem.<code>}.
   */
  protected @Nullable String subject() {
    return null;
  }

  public Object[] arguments() {
    return arguments.clone();
  }

  public Map<String, Object> properties() {
    return Map.copyOf(properties);
  }

  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  public @Nullable Integer retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
