package com.salesync.consulting.request.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.common.neighbour.UserHeaders;
import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.consulting.job.FollowJob;
import com.salesync.consulting.job.Job;
import com.salesync.consulting.request.RequestAdvice;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConsultingController {

  private static final Pattern REQ_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final RequestAdvice request;
  private final FollowJob follow;
  private final Messages messages;

  ConsultingController(RequestAdvice request, FollowJob follow, Messages messages) {
    this.request = request;
    this.follow = follow;
    this.messages = messages;
  }

  @GetMapping({"/consulting", "/consulting/test"})
  Accepted ask(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    return request
        .requestAdvice(tenant, new DayRange(start, end))
        .map(reqId -> new Accepted(null, null, reqId))
        .orElseGet(() -> new Accepted("failed", messages.get("consulting.no.sales"), null));
  }

  /** Left to Spring, a HEAD would do what the GET does, and begin a job. */
  @Hidden
  @RequestMapping(
      path = {"/consulting", "/consulting/test"},
      method = RequestMethod.HEAD)
  void refuseHead() throws HttpRequestMethodNotSupportedException {
    throw new HttpRequestMethodNotSupportedException("HEAD", List.of("GET", "POST"));
  }

  @PostMapping({"/consulting", "/consulting/test"})
  Accepted askByPost(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    return ask(tenant, start, end);
  }

  @GetMapping({"/consulting/{req_id}", "/consulting/test/{req_id}"})
  Progress progress(Tenant tenant, @PathVariable("req_id") String reqId, UserHeaders owner) {
    return read(reqId)
        .flatMap(id -> follow.findJob(tenant, id))
        .map(job -> progress(job, owner))
        .orElseGet(() -> new Progress("failed", messages.get("consulting.unknown"), null, null));
  }

  /** An answer counts as there once the dashboard has it. */
  private Progress progress(Job job, UserHeaders owner) {
    return switch (job.state()) {
      case FAILED ->
          new Progress(
              "failed",
              messages.get("failure." + Objects.requireNonNull(job.failure())),
              job.reqId(),
              null);
      case COMPLETED ->
          follow.hasArrived(job, owner)
              ? new Progress("success", messages.get("consulting.completed"), job.reqId(), null)
              : underWay(Job.State.RUNNING);
      case WAITING, QUEUED -> underWay(Job.State.QUEUED);
      case RUNNING -> underWay(Job.State.RUNNING);
    };
  }

  private Progress underWay(Job.State stage) {
    String name = stage == Job.State.QUEUED ? "accepted" : stage.name().toLowerCase(Locale.ROOT);
    return new Progress("not completed", messages.get("consulting.in.progress"), null, name);
  }

  private static Optional<UUID> read(String reqId) {
    return REQ_ID.matcher(reqId).matches() ? Optional.of(UUID.fromString(reqId)) : Optional.empty();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Accepted(@Nullable String result, @Nullable String message, @Nullable UUID reqId) {}

  /**
   * How far a request has come.
   *
   * @param stage accepted or running, while not completed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Progress(String result, String message, @Nullable UUID reqId, @Nullable String stage) {}
}
