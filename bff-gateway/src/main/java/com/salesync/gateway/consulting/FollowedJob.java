package com.salesync.gateway.consulting;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.neighbour.UserHeaders;
import com.salesync.gateway.consulting.ConsultingListener.Notice;
import com.salesync.gateway.consulting.ConsultingServiceClient.Status;
import com.salesync.gateway.consulting.DashboardServiceClient.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One job on its way from {@code accepted} through {@code running} to its end, each of these sent
 * once and in this order. A service that is away for a moment ends nothing.
 */
public final class FollowedJob {

  private static final String PENDING = "not completed";

  private final ConsultingServiceClient consulting;
  private final DashboardServiceClient dashboard;
  private final UserHeaders user;
  private final String reqId;
  private final StreamProperties properties;
  private final Clock clock;
  private Status status;
  private boolean running;
  private Instant lastSent = Instant.MIN;

  FollowedJob(
      ConsultingServiceClient consulting,
      DashboardServiceClient dashboard,
      UserHeaders user,
      String reqId,
      Status first,
      StreamProperties properties,
      Clock clock) {
    this.consulting = consulting;
    this.dashboard = dashboard;
    this.user = user;
    this.reqId = reqId;
    this.status = first;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Sends events to the listener until the job ends, the stream has lasted its longest, or the
   * listener fails.
   *
   * @throws IOException from the listener
   * @throws InterruptedException when the gateway stops
   */
  public void follow(ConsultingListener listener) throws IOException, InterruptedException {
    Instant deadline = clock.instant().plus(properties.maxDuration());
    if (!status.result().equals("failed")) {
      send(listener, "accepted", notice(PENDING, null));
    }
    boolean ended = step(listener);
    while (!ended) {
      Thread.sleep(properties.poll());
      if (clock.instant().isAfter(deadline)) {
        send(listener, "timeout", notice(PENDING, null));
        return;
      }
      ended = askAgain(listener);
      if (!ended && clock.instant().isAfter(lastSent.plus(properties.heartbeat()))) {
        lastSent = clock.instant();
        listener.onSilence();
      }
    }
  }

  private boolean askAgain(ConsultingListener listener) throws IOException {
    try {
      if (status.result().equals(PENDING)) {
        status = ConsultingServiceClient.statusAgain(consulting, user, reqId);
        if (status.stage() == null && status.result().equals(PENDING)) {
          sendRunning(listener);
        }
      }
      return step(listener);
    } catch (NeighbourUnavailable outage) {
      return false;
    } catch (QuestionRefused refusal) {
      return send(listener, "failed", notice("failed", null));
    }
  }

  private boolean step(ConsultingListener listener) throws IOException {
    return switch (status.result()) {
      case "success" -> {
        sendRunning(listener);
        yield readAnswer(listener);
      }
      case PENDING -> {
        if ("running".equalsIgnoreCase(status.stage())) {
          sendRunning(listener);
        }
        yield false;
      }
      default -> send(listener, "failed", notice("failed", status.message()));
    };
  }

  /**
   * The answer travels to the dashboard by itself and may arrive a moment after the job is done.
   */
  private boolean readAnswer(ConsultingListener listener) throws IOException {
    Optional<Answer> found;
    try {
      found = DashboardServiceClient.findAnswer(dashboard, user, reqId);
    } catch (NeighbourUnavailable outage) {
      return false;
    } catch (QuestionRefused refusal) {
      return send(listener, "failed", notice("failed", null));
    }
    if (found.isEmpty()) {
      return false;
    }
    Answer answer = found.get();
    return switch (answer.result()) {
      case "success" ->
          send(
              listener,
              "answer",
              new Notice(reqId, "success", answer.message(), answer.consulting()));
      case PENDING -> false;
      default -> send(listener, "failed", notice("failed", answer.message()));
    };
  }

  private void sendRunning(ConsultingListener listener) throws IOException {
    if (!running) {
      running = true;
      send(listener, "running", notice(PENDING, null));
    }
  }

  private boolean send(ConsultingListener listener, String event, Notice notice)
      throws IOException {
    lastSent = clock.instant();
    listener.on(event, notice);
    return true;
  }

  private Notice notice(String result, @Nullable String message) {
    return new Notice(reqId, result, message, null);
  }
}
