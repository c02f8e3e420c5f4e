package com.salesync.dashboard.settlement.sms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SMS of all stores' settlements; every statement names one store. */
@Repository
class SmsQueue {

  private final JdbcClient jdbc;

  SmsQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes a queued SMS for one try; empty if another has it or it needs none. */
  Optional<Claim> claim(long storeId, long id, Instant now) {
    return jdbc.sql(
            """
            update settlements set sms = 'sending', attempts = attempts + 1, claimed_at = ?
            where store_id = ? and id = ? and sms = 'queued'
            returning phone, text, attempts, requested_at
            """)
        .params(Timestamp.from(now), storeId, id)
        .query(
            (row, number) ->
                new Claim(
                    new PhoneNumber(row.getString("phone")),
                    row.getString("text"),
                    row.getTimestamp("requested_at").toInstant()))
        .optional();
  }

  /** Puts a claimed SMS back: it was certainly not sent. */
  void requeue(long storeId, long id, String reason) {
    jdbc.sql(
            """
            update settlements set sms = 'queued', reason = ?
            where store_id = ? and id = ? and sms = 'sending'
            """)
        .params(reason, storeId, id)
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
            set sms = ?, reason = ?, message_id = ?, finished_at = ?, phone = null
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

  /** An SMS claimed before an instant and not finished since: its sender died. */
  void loseIfClaimedBefore(long storeId, long id, Instant limit, Instant now) {
    jdbc.sql(
            """
            update settlements
            set sms = 'ambiguous', reason = 'SENDER_DIED', finished_at = ?, phone = null
            where store_id = ? and id = ? and sms = 'sending' and claimed_at < ?
            """)
        .params(Timestamp.from(now), storeId, id, Timestamp.from(limit))
        .update();
  }

  Progress progress(long storeId, long id) {
    return jdbc.sql("select sms, attempts from settlements where store_id = ? and id = ?")
        .params(storeId, id)
        .query(
            (row, number) ->
                new Progress(SmsState.of(row.getString("sms")), row.getInt("attempts")))
        .single();
  }

  /** One try at an SMS. */
  record Claim(PhoneNumber number, String text, Instant requestedAt) {}

  /** How far an SMS has come. */
  record Progress(SmsState state, int attempts) {}
}
