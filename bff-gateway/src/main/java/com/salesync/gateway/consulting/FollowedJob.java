package com.salesync.gateway.consulting;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.gateway.consulting.ConsultingAnswers.Answer;
import com.salesync.gateway.consulting.ConsultingJobs.Status;
import com.salesync.gateway.consulting.ConsultingListener.Notice;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

/**
 * One job on its way from {@code accepted} through {@code running} to its end, told in this order
 * and each once. A service that is away for a moment ends nothing.
 */
public final class FollowedJob {

  private static final String PENDING = "not completed";

  private final ConsultingJobs jobs;
  private final ConsultingAnswers answers;
  private final Map<String, String> headers;
  private final String reqId;
  private final StreamProperties properties;
  private final Clock clock;
  private Status status;
  private boolean running;
  private Instant lastTold = Instant.MIN;

  FollowedJob(
      ConsultingJobs jobs,
      ConsultingAnswers answers,
      Map<String, String> headers,
      String reqId,
      Status first,
      StreamProperties properties,
      Clock clock) {
    this.jobs = jobs;
    this.answers = answers;
    this.headers = headers;
    this.reqId = reqId;
    this.status = first;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Tells the listener until the job ends, the stream has lasted its longest, or the listener
   * fails.
   *
   * @throws IOException from the listener
   * @throws InterruptedException when the gateway stops
   */
  public void follow(ConsultingListener listener) throws IOException, InterruptedException {
    Instant deadline = clock.instant().plus(properties.maxDuration());
    if (!status.result().equals("failed")) {
      tell(listener, "accepted", notice(PENDING, null));
    }
    boolean ended = step(listener);
    while (!ended) {
      Thread.sleep(properties.poll());
      if (clock.instant().isAfter(deadline)) {
        tell(listener, "timeout", notice(PENDING, null));
        return;
      }
      ended = askAgain(listener);
      if (!ended && clock.instant().isAfter(lastTold.plus(properties.heartbeat()))) {
        lastTold = clock.instant();
        listener.onSilence();
      }
    }
  }

  private boolean askAgain(ConsultingListener listener) throws IOException {
    try {
      if (status.result().equals(PENDING)) {
        status = jobs.status(headers, reqId);
        if (status.stage() == null && status.result().equals(PENDING)) {
          tellRunning(listener);
        }
      }
      return step(listener);
    } catch (NeighbourUnavailable outage) {
      return hasSessionEnded(outage) && tell(listener, "failed", notice("failed", null));
    } catch (HttpClientErrorException refusal) {
      return tell(listener, "failed", notice("failed", null));
    }
  }

  private boolean step(ConsultingListener listener) throws IOException {
    return switch (status.result()) {
      case "success" -> {
        tellRunning(listener);
        yield readAnswer(listener);
      }
      case PENDING -> {
        if ("running".equalsIgnoreCase(status.stage())) {
          tellRunning(listener);
        }
        yield false;
      }
      default -> tell(listener, "failed", notice("failed", status.message()));
    };
  }

  /**
   * The answer travels to the dashboard by itself and may arrive a moment after the job is done.
   */
  private boolean readAnswer(ConsultingListener listener) throws IOException {
    try {
      Answer answer = answers.answer(headers, reqId);
      return switch (answer.result()) {
        case "success" ->
            tell(
                listener,
                "answer",
                new Notice(reqId, "success", answer.message(), answer.consulting()));
        case PENDING -> false;
        default -> tell(listener, "failed", notice("failed", answer.message()));
      };
    } catch (HttpClientErrorException.NotFound notYet) {
      return false;
    } catch (NeighbourUnavailable outage) {
      return hasSessionEnded(outage) && tell(listener, "failed", notice("failed", null));
    }
  }

  private void tellRunning(ConsultingListener listener) throws IOException {
    if (!running) {
      running = true;
      tell(listener, "running", notice(PENDING, null));
    }
  }

  private boolean tell(ConsultingListener listener, String event, Notice notice)
      throws IOException {
    lastTold = clock.instant();
    listener.on(event, notice);
    return true;
  }

  private Notice notice(String result, @Nullable String message) {
    return new Notice(reqId, result, message, null);
  }

  private static boolean hasSessionEnded(NeighbourUnavailable outage) {
    return outage.getCause() instanceof HttpServerErrorException answer
        && answer.getStatusCode().value() == 401;
  }
}
