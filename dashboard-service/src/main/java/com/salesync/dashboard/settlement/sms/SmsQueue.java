package com.salesync.dashboard.settlement.sms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The SMS of all stores' settlements. What is due is looked for over all stores; every statement
 * that acts on a row names its store.
 */
@Repository
class SmsQueue {

  private final JdbcClient jdbc;

  SmsQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The SMS of any store that are to be looked at by now, the longest overdue first. */
  List<Due> due(Instant now, int most) {
    return jdbc.sql(
            """
            select store_id, id, traceparent from settlements
            where send_at <= ? order by send_at limit ?
            """)
        .params(Timestamp.from(now), most)
        .query(
            (row, number) ->
                new Due(row.getLong("store_id"), row.getLong("id"), row.getString("traceparent")))
        .list();
  }

  /** When the next SMS of any store becomes due; empty if none waits. */
  Optional<Instant> nextDue() {
    return jdbc.sql(
            "select send_at from settlements where send_at is not null order by send_at limit 1")
        .query((row, number) -> row.getTimestamp("send_at").toInstant())
        .optional();
  }

  /**
   * Takes a queued SMS for one try; empty if another has it or it needs none.
   *
   * @param lostAt when its sender counts as dead
   */
  @Transactional
  Optional<Claim> claim(long storeId, long id, Instant lostAt) {
    return jdbc.sql(
            """
            update settlements set sms = 'sending', attempts = attempts + 1, send_at = ?
            where store_id = ? and id = ? and sms = 'queued'
            returning phone, text, attempts, requested_at
            """)
        .params(Timestamp.from(lostAt), storeId, id)
        .query(
            (row, number) ->
                new Claim(
                    new PhoneNumber(row.getString("phone")),
                    row.getString("text"),
                    row.getInt("attempts"),
                    row.getTimestamp("requested_at").toInstant()))
        .optional();
  }

  /** Puts a claimed SMS back until its next try: it was certainly not sent. */
  void requeue(long storeId, long id, String reason, Instant nextTry) {
    jdbc.sql(
            """
            update settlements set sms = 'queued', reason = ?, send_at = ?
            where store_id = ? and id = ? and sms = 'sending'
            """)
        .params(reason, Timestamp.from(nextTry), storeId, id)
        .update();
  }

  /** Records what became of a claimed SMS and deletes the number. */
  void finish(
      long storeId,
      long id,
      SmsState state,
      @Nullable String reason,
      @Nullable String messageId,
      Instant now) {
    jdbc.sql(
            """
            update settlements
            set sms = ?, reason = ?, message_id = ?, finished_at = ?, phone = null, send_at = null
            where store_id = ? and id = ? and sms = 'sending'
            """)
        .param(state.word())
        .param(reason)
        .param(messageId)
        .param(Timestamp.from(now))
        .param(storeId)
        .param(id)
        .update();
  }

  /** An SMS that was claimed and not finished in time: its sender died. */
  void loseIfOverdue(long storeId, long id, Instant now) {
    jdbc.sql(
            """
            update settlements
            set sms = 'ambiguous', reason = 'SENDER_DIED', finished_at = ?, phone = null,
                send_at = null
            where store_id = ? and id = ? and sms = 'sending' and send_at <= ?
            """)
        .params(Timestamp.from(now), storeId, id, Timestamp.from(now))
        .update();
  }

  /**
   * An SMS to look at.
   *
   * @param traceparent the trace of the request that settled
   */
  record Due(long storeId, long id, @Nullable String traceparent) {}

  /**
   * One try at an SMS.
   *
   * @param attempt counted from 1
   */
  record Claim(PhoneNumber number, String text, int attempt, Instant requestedAt) {}
}
