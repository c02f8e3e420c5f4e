package com.salesync.common.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every exception a controller lets through with a problem document. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemDocuments documents;

  ProblemAdvice(ProblemDocuments documents) {
    this.documents = documents;
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(Problem problem, HttpServletRequest request) {
    if (problem.status().is5xxServerError()) {
      log.warn("Answered {}: {}", problem.status(), problem.toString());
    }
    return documents.entity(problem, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(Exception unexpected, HttpServletRequest request) throws Exception {
    Problem outage = DatabaseOutage.in(unexpected);
    if (outage != null) {
      log.warn("Answered 503: {}", unexpected.toString());
      return documents.entity(outage, request);
    }
    if (unexpected instanceof AccessDeniedException) {
      throw unexpected;
    }
    if (unexpected instanceof RequestRejectedException) {
      return documents.entity(Problem.badRequest("BAD_REQUEST"), request);
    }
    if (unexpected instanceof InvalidParameterException unreadable) {
      HttpStatus status = HttpStatus.valueOf(unreadable.getErrorCode());
      return documents.entity(new Problem(status, codeOf(status)), request);
    }
    log.error(
        "Unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), unexpected);
    return documents.entity(
        new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR"), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
    ResponseEntity<Object> answer = documents.entity(problem(exception, status), servletRequest);
    HttpHeaders merged = new HttpHeaders();
    merged.putAll(headers);
    merged.putAll(answer.getHeaders());
    return new ResponseEntity<>(answer.getBody(), merged, answer.getStatusCode());
  }

  private static Problem problem(Exception exception, HttpStatusCode status) {
    return switch (exception) {
      case MethodArgumentNotValidException invalid -> InvalidFields.of(invalid);
      case HandlerMethodValidationException invalid -> InvalidFields.of(invalid);
      case HttpMessageNotReadableException unreadable -> InvalidFields.of(unreadable);
      case TypeMismatchException mismatch -> InvalidFields.of(mismatch);
      case ServletRequestBindingException missing -> InvalidFields.of(missing);
      default -> new Problem(HttpStatus.valueOf(status.value()), codeOf(status));
    };
  }

  /**
   * The status's own name is the code where nothing more is known: NOT_FOUND, METHOD_NOT_ALLOWED.
   */
  static String codeOf(HttpStatusCode status) {
    return HttpStatus.valueOf(status.value()).name();
  }
}
