package com.salesync.gateway.route.web;

import com.salesync.common.problem.Problem;
import com.salesync.common.problem.ProblemDocuments;
import org.springframework.web.servlet.function.ServerResponse;

/** The gateway's own refusal where a routed answer would have been. */
final class ProblemAnswer {

  private ProblemAnswer() {}

  static ServerResponse of(Problem problem, ProblemDocuments documents) {
    return ServerResponse.status(problem.status())
        .build(
            (request, response) -> {
              documents.write(problem, request, response);
              return null;
            });
  }
}
