package com.salesync.dashboard.consulting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.common.problem.Messages;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.dashboard.consulting.ConsultingResult;
import com.salesync.dashboard.consulting.ConsultingResults;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConsultingController {

  private static final Pattern REQ_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final ConsultingResults results;
  private final Messages messages;

  ConsultingController(ConsultingResults results, Messages messages) {
    this.results = results;
    this.messages = messages;
  }

  @GetMapping({"/dashboard/consulting/{req_id}", "/dashboard/consulting/test/{req_id}"})
  Answer consulting(Tenant tenant, @PathVariable("req_id") String reqId) {
    ConsultingResult result =
        read(reqId)
            .flatMap(id -> results.findResult(tenant.storeId(), id))
            .orElseThrow(() -> Problem.notFound("CONSULTING_NOT_FOUND"));
    return switch (result.state()) {
      case ACCEPTED -> new Answer("not completed", messages.get("consulting.in.progress"), null);
      case COMPLETED -> new Answer("success", messages.get("consulting.read"), result.answer());
      case FAILED -> new Answer("failed", result.failure(), null);
    };
  }

  private static Optional<UUID> read(String reqId) {
    return REQ_ID.matcher(reqId).matches() ? Optional.of(UUID.fromString(reqId)) : Optional.empty();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(String result, @Nullable String message, @Nullable String consulting) {}
}
