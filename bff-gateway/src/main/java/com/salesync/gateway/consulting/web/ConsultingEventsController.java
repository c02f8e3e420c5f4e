package com.salesync.gateway.consulting.web;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.neighbour.UserHeaders;
import com.salesync.common.security.Tenant;
import com.salesync.gateway.consulting.ConsultingListener;
import com.salesync.gateway.consulting.FollowConsulting;
import com.salesync.gateway.consulting.FollowedJob;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Consulting")
class ConsultingEventsController {

  /** All but the deadline, which the stream outlives. */
  private static final ContextSnapshotFactory OF_THE_CALLER =
      ContextSnapshotFactory.builder()
          .captureKeyPredicate(key -> !key.equals(Deadline.class.getName()))
          .build();

  private final FollowConsulting follow;
  private final OpenStreams streams;

  ConsultingEventsController(FollowConsulting follow, OpenStreams streams) {
    this.follow = follow;
    this.streams = streams;
  }

  @GetMapping("/bff/consulting/{req_id}/events")
  @Operation(
      summary = "Follows a consulting job",
      description =
          """
          Server-sent events `accepted`, `running`, and at last one of `answer` (with the text), \
          `failed` (with the reason) or `timeout` (open another stream). A comment is sent every \
          15 s of silence.\
          """,
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                      schema = @Schema(implementation = ConsultingListener.Notice.class))))
  SseEmitter events(Tenant tenant, @PathVariable("req_id") String reqId, UserHeaders user) {
    streams.reserve(tenant.storeId());
    try {
      FollowedJob job = follow.followJob(user, reqId);
      SseEmitter emitter = new SseEmitter(0L);
      ContextSnapshot caller = OF_THE_CALLER.captureAll();
      Thread follower =
          streams.start(
              caller.wrap(
                  () -> {
                    try {
                      run(job, emitter);
                    } finally {
                      streams.release(tenant.storeId());
                    }
                  }));
      emitter.onError(gone -> follower.interrupt());
      return emitter;
    } catch (RuntimeException notBegun) {
      streams.release(tenant.storeId());
      throw notBegun;
    }
  }

  /** A client that left, or a gateway that stops, just ends the stream. */
  private static void run(FollowedJob job, SseEmitter emitter) {
    try {
      job.follow(new Events(emitter));
      emitter.complete();
    } catch (IOException | IllegalStateException clientGone) {
      emitter.completeWithError(clientGone);
    } catch (InterruptedException stopping) {
      emitter.complete();
      Thread.currentThread().interrupt();
    } catch (RuntimeException unexpected) {
      emitter.completeWithError(unexpected);
      throw unexpected;
    }
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(HttpClientErrorException refusal) {
    return ResponseEntity.status(refusal.getStatusCode())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(refusal.getResponseBodyAsByteArray());
  }

  private record Events(SseEmitter emitter) implements ConsultingListener {

    @Override
    public void on(String event, Notice notice) throws IOException {
      emitter.send(SseEmitter.event().name(event).data(notice, MediaType.APPLICATION_JSON));
    }

    @Override
    public void onSilence() throws IOException {
      emitter.send(SseEmitter.event().comment("still here"));
    }
  }
}
