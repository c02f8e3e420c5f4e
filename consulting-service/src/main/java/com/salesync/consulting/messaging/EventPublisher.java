package com.salesync.consulting.messaging;

import com.salesync.common.tracing.TaskTraces;
import com.salesync.consulting.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands messages to the broker and waits until all its copies have them. */
@Component
class EventPublisher {

  private static final int CONFIRM_TIMEOUT_SECONDS = 10;

  private final KafkaTemplate<String, byte[]> kafka;
  private final KafkaAdmin admin;
  private final JsonMapper json;
  private final NewTopic topic;
  private final TaskTraces traces;
  private volatile boolean topicExists;

  EventPublisher(
      KafkaTemplate<String, byte[]> kafka,
      KafkaAdmin admin,
      JsonMapper json,
      NewTopic topic,
      TaskTraces traces) {
    this.kafka = kafka;
    this.admin = admin;
    this.json = json;
    this.topic = topic;
    this.traces = traces;
  }

  /**
   * Sends a message about each of these jobs in the job's own trace, and waits.
   *
   * @throws IllegalStateException if the broker does not confirm all of them in time; it may have
   *     some
   */
  void publish(List<Job> jobs, Function<Job, OutboxEvent> event) {
    makeTopic();
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (Job job : jobs) {
      traces.continuing(
          job.traceparent(), "publish", () -> sent.add(send(job.reqId(), event.apply(job))));
      if (sent.getLast().isCompletedExceptionally()) {
        // The next would wait in vain, too.
        break;
      }
    }
    confirm(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
  }

  private CompletableFuture<?> send(UUID reqId, OutboxEvent event) {
    return kafka.send(topic.name(), reqId.toString(), json.writeValueAsBytes(event));
  }

  private static void confirm(CompletableFuture<?> sent) {
    try {
      sent.get(CONFIRM_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException unconfirmed) {
      throw new IllegalStateException("The broker did not confirm", unconfirmed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  /** Again, for the broker may have been down when the service started. */
  private void makeTopic() {
    if (!topicExists) {
      topicExists = admin.initialize();
    }
  }
}
