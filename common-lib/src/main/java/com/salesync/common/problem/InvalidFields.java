package com.salesync.common.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Names the fields at fault in the ways Spring reports invalid input. */
public final class InvalidFields {

  private static final String CODE = "VALIDATION_FAILED";

  private InvalidFields() {}

  static Problem of(MethodArgumentNotValidException invalid) {
    return of(invalid.getBindingResult());
  }

  /** 400 {@code VALIDATION_FAILED} that names all faults of a body. */
  public static Problem of(BindingResult faults) {
    Problem problem = Problem.badRequest(CODE);
    faults.getFieldErrors().stream()
        .map(error -> new Problem.FieldError(SnakeCase.of(error.getField()), text(error)))
        .distinct()
        .forEach(error -> problem.field(error.field(), error.message()));
    faults.getGlobalErrors().forEach(error -> problem.field("body", text(error)));
    return problem;
  }

  static Problem of(HandlerMethodValidationException invalid) {
    Problem problem = Problem.badRequest(CODE);
    for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
      String parameter = result.getMethodParameter().getParameterName();
      for (MessageSourceResolvable error : result.getResolvableErrors()) {
        String field = error instanceof FieldError fieldError ? fieldError.getField() : parameter;
        problem.field(SnakeCase.of(field == null ? "parameter" : field), text(error));
      }
    }
    return problem;
  }

  static Problem of(HttpMessageNotReadableException unreadable) {
    Problem thrownWhileReading = causeOf(unreadable, Problem.class);
    if (thrownWhileReading != null) {
      return thrownWhileReading;
    }
    DatabindException mismatch = causeOf(unreadable, DatabindException.class);
    if (mismatch != null && !mismatch.getPath().isEmpty()) {
      return Problem.badRequest(CODE).field(path(mismatch.getPath()), "invalid");
    }
    return Problem.badRequest("MALFORMED_BODY");
  }

  /** Jackson wraps what a stream throws, such as the 413 of a body that proves too long. */
  private static <T extends Throwable> @Nullable T causeOf(Throwable failure, Class<T> type) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  static Problem of(TypeMismatchException mismatch) {
    String name =
        mismatch instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : mismatch.getPropertyName();
    return Problem.badRequest(CODE)
        .field(SnakeCase.of(name == null ? "parameter" : name), "invalid");
  }

  static Problem of(ServletRequestBindingException missing) {
    Problem problem = new Problem(HttpStatus.BAD_REQUEST, CODE);
    return switch (missing) {
      case MissingServletRequestParameterException parameter ->
          problem.field(parameter.getParameterName(), "missing");
      case MissingRequestHeaderException header -> problem.field(header.getHeaderName(), "missing");
      default -> problem;
    };
  }

  private static String text(MessageSourceResolvable error) {
    if (error instanceof FieldError field && field.isBindingFailure()) {
      return "invalid";
    }
    @Nullable String text = error.getDefaultMessage();
    return text == null ? "invalid" : text;
  }

  private static String path(List<JacksonException.Reference> references) {
    return references.stream()
        .map(
            reference ->
                reference.getPropertyName() == null
                    ? "[" + reference.getIndex() + "]"
                    : "." + SnakeCase.of(reference.getPropertyName()))
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
