package com.salesync.common.outbox;

import com.salesync.common.tracing.TaskTraces;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Hands what the outbox holds to the broker, oldest first, and deletes what all of the broker's
 * copies have confirmed. Of one key only one message is under way at a time, so that a message the
 * broker refuses is never overtaken by the next.
 */
final class PublishOutbox {

  private static final Logger log = LoggerFactory.getLogger(PublishOutbox.class);

  private static final int BATCH = 500;
  private static final int CONFIRM_TIMEOUT_SECONDS = 10;

  private final JdbcTemplate jdbc;
  private final KafkaOperations<String, byte[]> kafka;
  private final KafkaAdmin admin;
  private final TaskTraces traces;
  private boolean topicsExist;

  PublishOutbox(
      JdbcTemplate jdbc,
      KafkaOperations<String, byte[]> kafka,
      KafkaAdmin admin,
      TaskTraces traces) {
    this.jdbc = jdbc;
    this.kafka = kafka;
    this.admin = admin;
    this.traces = traces;
  }

  private record Row(
      long storeId,
      long id,
      String topic,
      String key,
      String payload,
      @Nullable String traceparent) {

    private static Row read(ResultSet row, int number) throws SQLException {
      return new Row(
          row.getLong("store_id"),
          row.getLong("id"),
          row.getString("topic"),
          row.getString("key"),
          row.getString("payload"),
          row.getString("traceparent"));
    }
  }

  private record Key(String topic, String key) {}

  /**
   * Publishes until nothing is left.
   *
   * @throws IllegalStateException if the broker does not confirm everything in time; it may have
   *     more than is deleted here
   */
  synchronized void publish() {
    makeTopics();
    List<Row> oldest;
    do {
      oldest =
          jdbc.query(
              "select store_id, id, topic, key, payload, traceparent"
                  + " from outbox order by created_at, id limit "
                  + BATCH,
              Row::read);
      publish(oldest);
    } while (oldest.size() == BATCH);
  }

  private void publish(List<Row> rows) {
    Map<Key, Deque<Row>> byKey = new LinkedHashMap<>();
    for (Row row : rows) {
      byKey.computeIfAbsent(new Key(row.topic(), row.key()), key -> new ArrayDeque<>()).add(row);
    }
    while (!byKey.isEmpty()) {
      publishFirst(byKey.values());
      byKey.values().removeIf(Deque::isEmpty);
    }
  }

  private void publishFirst(Collection<Deque<Row>> keys) {
    Map<Row, CompletableFuture<?>> sent = new LinkedHashMap<>();
    for (Deque<Row> key : keys) {
      Row row = key.remove();
      traces.continuing(row.traceparent(), "publish", () -> sent.put(row, send(row)));
    }
    List<Row> confirmed = new ArrayList<>();
    Exception unconfirmed = null;
    for (Map.Entry<Row, CompletableFuture<?>> message : sent.entrySet()) {
      try {
        message.getValue().get(CONFIRM_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        confirmed.add(message.getKey());
      } catch (ExecutionException | TimeoutException failure) {
        unconfirmed = failure;
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        unconfirmed = stopping;
        break;
      }
    }
    jdbc.batchUpdate(
        "delete from outbox where store_id = ? and id = ?",
        confirmed,
        BATCH,
        (statement, row) -> {
          statement.setLong(1, row.storeId());
          statement.setLong(2, row.id());
        });
    if (unconfirmed != null) {
      throw new IllegalStateException(
          "The broker did not confirm %d of %d messages"
              .formatted(sent.size() - confirmed.size(), sent.size()),
          unconfirmed);
    }
  }

  private CompletableFuture<?> send(Row row) {
    try {
      return kafka.send(row.topic(), row.key(), row.payload().getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** Again, for the broker may have been down when the service started. */
  private void makeTopics() {
    if (!topicsExist) {
      topicsExist = admin.initialize();
      if (topicsExist) {
        log.debug("The topics are there");
      }
    }
  }
}
