package com.salesync.gateway.route.web;

import com.salesync.common.problem.Problem;
import com.salesync.common.problem.ProblemDocuments;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** The gateway's own refusal where a routed answer would have been. */
final class ProblemAnswer {

  private ProblemAnswer() {}

  static ServerResponse methodNotAllowed(ProblemDocuments documents, HttpMethod... allowed) {
    return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
        .allow(allowed)
        .build(
            (request, response) -> {
              documents.write(
                  new Problem(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED"),
                  request,
                  response);
              return null;
            });
  }

  static ServerResponse of(Problem problem, ProblemDocuments documents) {
    return ServerResponse.status(problem.status())
        .build(
            (request, response) -> {
              documents.write(problem, request, response);
              return null;
            });
  }
}
