package com.salesync.common.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.salesync.common.database.DatabaseAutoConfiguration;
import com.salesync.common.database.Reports;
import com.salesync.common.invariant.InvariantAutoConfiguration;
import com.salesync.common.tracing.TaskTraces;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** The outbox of a service that has {@code classpath:db/outbox} and a Kafka producer of bytes. */
@AutoConfiguration(
    after = DatabaseAutoConfiguration.class,
    before = InvariantAutoConfiguration.class,
    beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnClass({KafkaTemplate.class, Scheduler.class})
@ConditionalOnProperty("salesync.outbox.enabled")
public class OutboxAutoConfiguration {

  /** For what nobody asked to be published, such as after a crash right behind a commit. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  @Bean
  PublishTask publishTask(ObjectProvider<Scheduler> scheduler, Clock clock) {
    return new PublishTask(scheduler, clock);
  }

  @Bean
  Outbox outbox(JdbcTemplate jdbc, TaskTraces traces, PublishTask publishing) {
    return new Outbox(jdbc, traces, publishing);
  }

  @Bean
  PublishOutbox publishOutbox(
      JdbcTemplate jdbc,
      KafkaTemplate<String, byte[]> kafka,
      KafkaAdmin admin,
      TaskTraces traces,
      @Value("${salesync.waits.broker.confirm}") Duration confirm) {
    return new PublishOutbox(jdbc, kafka, admin, traces, confirm);
  }

  @Bean
  OutboxState outboxState(@Reports JdbcClient reports) {
    return new OutboxState(reports);
  }

  @Bean
  Task<Void> publishOutboxRecurring(PublishOutbox outbox) {
    return Tasks.recurring(PublishTask.PUBLISH_OUTBOX, FixedDelay.of(EVERY))
        .execute((task, context) -> outbox.publishWhatCanBe());
  }
}
