package com.salesync.consulting.messaging;

import com.salesync.common.outbox.Message;
import com.salesync.common.outbox.Outbox;
import com.salesync.consulting.job.Job;
import com.salesync.consulting.job.JobEvents;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Leaves events to the outbox, which hands them to the broker under the key of their request. */
@Component
class EventPublisher implements JobEvents {

  private final Outbox outbox;
  private final MessageSource messages;
  private final JsonMapper json;
  private final TopicProperties topic;

  EventPublisher(Outbox outbox, MessageSource messages, JsonMapper json, TopicProperties topic) {
    this.outbox = outbox;
    this.messages = messages;
    this.json = json;
    this.topic = topic;
  }

  @Override
  public void addAccepted(List<Job> jobs) {
    outbox.add(jobs.stream().map(job -> message(job, OutboxEvent.accepted(job))).toList());
  }

  @Override
  public void addEnded(Job job) {
    outbox.add(message(job, OutboxEvent.ended(job, messages)));
  }

  private Message message(Job job, OutboxEvent event) {
    return new Message(
        job.storeId(),
        topic.name(),
        job.reqId().toString(),
        json.writeValueAsString(event),
        job.traceparent());
  }
}
