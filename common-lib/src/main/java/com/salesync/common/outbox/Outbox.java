package com.salesync.common.outbox;

import com.salesync.common.tracing.TaskTraces;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What others are to learn of a change. It is written by the transaction of the change, hence
 * published if and only if that commits: at least once, within a second or as soon as the broker
 * answers.
 *
 * <p>Messages of one key keep their order if the transactions that add them wait for each other, as
 * those do which lock what they change.
 */
public final class Outbox {

  private final JdbcTemplate jdbc;
  private final TaskTraces traces;
  private final PublishTask publishing;

  Outbox(JdbcTemplate jdbc, TaskTraces traces, PublishTask publishing) {
    this.jdbc = jdbc;
    this.traces = traces;
    this.publishing = publishing;
  }

  /** Adds one message; see {@link #add(List)}. */
  public void add(Message message) {
    add(List.of(message));
  }

  /**
   * Joins the caller's transaction, in one batch; a message without a trace carries the current
   * one.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void add(List<Message> messages) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A message belongs to the transaction of its change");
    }
    String current = traces.current();
    jdbc.batchUpdate(
        "insert into outbox (store_id, topic, key, payload, traceparent) values (?, ?, ?, ?, ?)",
        messages,
        messages.size(),
        (row, message) -> {
          row.setLong(1, message.storeId());
          row.setString(2, message.topic());
          row.setString(3, message.key());
          row.setString(4, message.payload());
          row.setString(5, message.traceparent() == null ? current : message.traceparent());
        });
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            publishing.soon();
          }
        });
  }
}
