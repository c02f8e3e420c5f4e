package com.salesync.common.outbox;

import com.salesync.common.tracing.TaskTraces;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Hands what the outbox holds to the broker, oldest first, and deletes what all of the broker's
 * copies have confirmed. Of one key only one message is under way at a time, so that a message the
 * broker refuses is never overtaken by the next; it holds back nothing else.
 */
final class PublishOutbox {

  private static final Logger log = LoggerFactory.getLogger(PublishOutbox.class);

  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;
  private final KafkaOperations<String, byte[]> kafka;
  private final KafkaAdmin admin;
  private final TaskTraces traces;
  private final Duration confirm;
  private boolean topicsExist;

  /**
   * @param confirm how long the broker's word on a message is waited for
   */
  PublishOutbox(
      JdbcTemplate jdbc,
      KafkaOperations<String, byte[]> kafka,
      KafkaAdmin admin,
      TaskTraces traces,
      Duration confirm) {
    this.confirm = confirm;
    this.jdbc = jdbc;
    this.kafka = kafka;
    this.admin = admin;
    this.traces = traces;
  }

  /** Like {@link #publish()}, but what is left is only warned of: the next run tries it again. */
  void publishWhatCanBe() {
    try {
      publish();
    } catch (IllegalStateException | KafkaException unpublished) {
      log.warn("The outbox keeps its messages: {}", reason(unpublished));
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    return cause.equals(failure) ? failure.toString() : failure.getMessage() + ", " + cause;
  }

  /**
   * Publishes until nothing is left but what the broker does not take. While no broker answers,
   * that is found out once, however many messages wait.
   *
   * @throws IllegalStateException if the broker does not confirm everything in time; it may have
   *     more than is deleted here
   */
  synchronized void publish() {
    makeTopics();
    Unconfirmed unconfirmed = new Unconfirmed();
    List<Row> batch = oldest();
    while (!batch.isEmpty()) {
      boolean anyConfirmed = publish(batch, unconfirmed);
      boolean last = batch.size() < BATCH || (!anyConfirmed && isBrokerAway(batch.getFirst()));
      batch = last ? List.of() : next(batch.getLast(), unconfirmed);
    }
    unconfirmed.throwIfAny();
  }

  private List<Row> oldest() {
    return jdbc.query(
        "select store_id, id, topic, key, payload, traceparent, created_at"
            + " from outbox order by created_at, id limit "
            + BATCH,
        Row::read);
  }

  private List<Row> next(Row last, Unconfirmed unconfirmed) {
    return jdbc.query(
        "select store_id, id, topic, key, payload, traceparent, created_at"
            + " from outbox where (created_at, id) > (?, ?) and topic <> all (?)"
            + " order by created_at, id limit "
            + BATCH,
        Row::read,
        last.createdAt(),
        last.id(),
        unconfirmed.unknownTopics());
  }

  /** False when the broker confirmed none of them, though there were some to be sent. */
  private boolean publish(List<Row> rows, Unconfirmed unconfirmed) {
    Map<Key, Deque<Row>> byKey = new LinkedHashMap<>();
    for (Row row : rows) {
      byKey.computeIfAbsent(row.inOrder(), key -> new ArrayDeque<>()).add(row);
    }
    byKey.keySet().removeIf(unconfirmed::holdsBack);
    boolean anyConfirmed = byKey.isEmpty();
    while (!byKey.isEmpty()) {
      anyConfirmed |= publishFirst(byKey.values(), unconfirmed);
      byKey.values().removeIf(Deque::isEmpty);
      byKey.keySet().removeIf(unconfirmed::holdsBack);
    }
    return anyConfirmed;
  }

  private boolean publishFirst(Collection<Deque<Row>> keys, Unconfirmed unconfirmed) {
    Map<Row, CompletableFuture<?>> sent = new LinkedHashMap<>();
    for (Deque<Row> key : keys) {
      Row row = key.remove();
      if (!unconfirmed.holdsBack(row.inOrder())) {
        traces.continuing(row.traceparent(), "publish", () -> send(row, sent, unconfirmed));
      }
    }
    unconfirmed.countSent(sent.size());
    List<Row> confirmed = new ArrayList<>();
    for (Map.Entry<Row, CompletableFuture<?>> message : sent.entrySet()) {
      try {
        message.getValue().get(confirm.toMillis(), TimeUnit.MILLISECONDS);
        confirmed.add(message.getKey());
      } catch (ExecutionException | TimeoutException failure) {
        unconfirmed.add(message.getKey().inOrder(), failure);
      } catch (InterruptedException stopping) {
        delete(confirmed);
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Stopped while the broker confirmed", stopping);
      }
    }
    delete(confirmed);
    return !confirmed.isEmpty();
  }

  private void delete(List<Row> confirmed) {
    jdbc.batchUpdate(
        "delete from outbox where store_id = ? and id = ?",
        confirmed,
        BATCH,
        (statement, row) -> {
          statement.setLong(1, row.storeId());
          statement.setLong(2, row.id());
        });
  }

  /** A topic that the producer could not find in the time it may block is looked for once a run. */
  private void send(Row row, Map<Row, CompletableFuture<?>> sent, Unconfirmed unconfirmed) {
    CompletableFuture<?> confirmation;
    try {
      confirmation =
          kafka.send(row.topic(), row.key(), row.payload().getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException refused) {
      confirmation = CompletableFuture.failedFuture(refused);
      if (isTimeout(refused)) {
        unconfirmed.addUnknownTopic(row.topic());
      }
    }
    sent.put(row, confirmation);
  }

  /** Asked only when a whole batch failed: is it these messages, or is there no broker? */
  private boolean isBrokerAway(Row any) {
    try {
      admin.describeTopics(any.topic());
      return false;
    } catch (KafkaException failure) {
      return isTimeout(failure);
    }
  }

  private static boolean isTimeout(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof org.apache.kafka.common.errors.TimeoutException
          || cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
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

  private record Key(String topic, String key) {}

  private record Row(
      long storeId,
      long id,
      String topic,
      String key,
      String payload,
      @Nullable String traceparent,
      Timestamp createdAt) {

    private static Row read(ResultSet row, int number) throws SQLException {
      return new Row(
          row.getLong("store_id"),
          row.getLong("id"),
          row.getString("topic"),
          row.getString("key"),
          row.getString("payload"),
          row.getString("traceparent"),
          row.getTimestamp("created_at"));
    }

    /** Its messages are sent one after the other. */
    private Key inOrder() {
      return new Key(topic, key);
    }
  }

  /** What one run could not hand over, and what must therefore wait for the next. */
  private static final class Unconfirmed {

    private final Set<Key> keys = new HashSet<>();
    private final Set<String> unknownTopics = new HashSet<>();
    private int sent;
    private @Nullable Exception failure;

    private void countSent(int more) {
      sent += more;
    }

    private void add(Key key, Exception why) {
      keys.add(key);
      failure = why;
    }

    private void addUnknownTopic(String topic) {
      unknownTopics.add(topic);
    }

    private String[] unknownTopics() {
      return unknownTopics.toArray(String[]::new);
    }

    private boolean holdsBack(Key key) {
      return unknownTopics.contains(key.topic()) || keys.contains(key);
    }

    private void throwIfAny() {
      if (failure != null) {
        throw new IllegalStateException(
            "The broker did not confirm %d of %d messages".formatted(keys.size(), sent), failure);
      }
    }
  }
}
