package com.salesync.common.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The problem document for failures outside any controller, such as those the container reports.
 */
@RestController
@io.swagger.v3.oas.annotations.Hidden
final class ErrorPage implements ErrorController {

  private final ProblemDocuments documents;

  ErrorPage(ProblemDocuments documents) {
    this.documents = documents;
  }

  @RequestMapping("/error")
  ResponseEntity<Object> error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer value ? HttpStatus.resolve(value) : null;
    if (status == null || !status.isError()) {
      status = HttpStatus.NOT_FOUND;
    }
    String problem =
        status == HttpStatus.INTERNAL_SERVER_ERROR
            ? "INTERNAL_ERROR"
            : ProblemAdvice.codeOf(status);
    return documents.entity(new Problem(status, problem), request);
  }
}
