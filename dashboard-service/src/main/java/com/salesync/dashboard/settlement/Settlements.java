package com.salesync.dashboard.settlement;

import com.salesync.common.time.DayRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settlements of all stores; every question names one store. */
@Repository
class Settlements {

  private static final String COLUMNS =
      """
      select id, business_day, total, sales, sms, reason, masked_phone, parts, requested_at,
             finished_at
      from settlements
      """;

  private final JdbcClient jdbc;

  Settlements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes other settlements of this store wait until the current transaction ends. */
  void lock(long storeId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('settlements'), hashtext(?::text))")
        .param(storeId)
        .query((row, number) -> true)
        .single();
  }

  Optional<Settlement> of(long storeId, LocalDate day, long total) {
    return jdbc.sql(COLUMNS + "where store_id = ? and business_day = ? and total = ?")
        .params(storeId, day, total)
        .query(Settlements::read)
        .optional();
  }

  Settlement get(long storeId, long id) {
    return jdbc.sql(COLUMNS + "where store_id = ? and id = ?")
        .params(storeId, id)
        .query(Settlements::read)
        .single();
  }

  /** In the order they were asked for, beginning after an id. */
  List<Settlement> between(long storeId, DayRange range, long afterId, int limit) {
    return jdbc.sql(
            COLUMNS
                + """
                where store_id = ? and business_day between ? and ? and id > ?
                order by id limit ?
                """)
        .params(storeId, range.start(), range.end(), afterId, limit)
        .query(Settlements::read)
        .list();
  }

  /** Texts a store caused since an instant, whatever became of them. */
  long textsSince(long storeId, Instant since) {
    return jdbc.sql(
            """
            select count(*) from settlements
            where store_id = ? and requested_at >= ? and sms <> 'suppressed'
            """)
        .params(storeId, Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  /** A new settlement; without a number it is suppressed for the reason given. */
  Settlement add(
      long storeId,
      Takings takings,
      SmsText text,
      String maskedPhone,
      @Nullable PhoneNumber number,
      @Nullable String suppressed,
      Instant now) {
    boolean queued = suppressed == null;
    long id =
        jdbc.sql(
                """
                insert into settlements (store_id, business_day, total, sales, sms, reason,
                  masked_phone, phone, text, parts, requested_at, finished_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .param(storeId)
            .param(takings.businessDay())
            .param(takings.total())
            .param(takings.sales())
            .param(queued ? "queued" : "suppressed")
            .param(suppressed)
            .param(maskedPhone)
            .param(queued && number != null ? number.e164() : null)
            .param(text.text())
            .param(text.parts())
            .param(Timestamp.from(now))
            .param(queued ? null : Timestamp.from(now))
            .query(Long.class)
            .single();
    return get(storeId, id);
  }

  /** Takes a queued text for one try; empty if another has it or it needs none. */
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
                    row.getInt("attempts"),
                    row.getTimestamp("requested_at").toInstant()))
        .optional();
  }

  int attempts(long storeId, long id) {
    return jdbc.sql("select attempts from settlements where store_id = ? and id = ?")
        .params(storeId, id)
        .query(Integer.class)
        .single();
  }

  /** Puts a claimed text back: it was certainly not sent. */
  void requeue(long storeId, long id, String reason) {
    jdbc.sql(
            """
            update settlements set sms = 'queued', reason = ?
            where store_id = ? and id = ? and sms = 'sending'
            """)
        .params(reason, storeId, id)
        .update();
  }

  /** Records the fate of a claimed text and forgets the number. */
  void finish(
      long storeId,
      long id,
      SmsState fate,
      @Nullable String reason,
      @Nullable String messageId,
      Instant now) {
    jdbc.sql(
            """
            update settlements
            set sms = ?, reason = ?, message_id = ?, finished_at = ?, phone = null
            where store_id = ? and id = ? and sms = 'sending'
            """)
        .param(fate.word())
        .param(reason)
        .param(messageId)
        .param(Timestamp.from(now))
        .param(storeId)
        .param(id)
        .update();
  }

  /** A text claimed before an instant and never heard of again: its sender died. */
  boolean loseIfClaimedBefore(long storeId, long id, Instant limit, Instant now) {
    return jdbc.sql(
                """
                update settlements
                set sms = 'ambiguous', reason = 'SENDER_DIED', finished_at = ?, phone = null
                where store_id = ? and id = ? and sms = 'sending' and claimed_at < ?
                """)
            .params(Timestamp.from(now), storeId, id, Timestamp.from(limit))
            .update()
        == 1;
  }

  private static Settlement read(ResultSet row, int number) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    return new Settlement(
        row.getLong("id"),
        row.getObject("business_day", LocalDate.class),
        row.getLong("total"),
        row.getLong("sales"),
        SmsState.of(row.getString("sms")),
        row.getString("reason"),
        row.getString("masked_phone"),
        row.getInt("parts"),
        row.getTimestamp("requested_at").toInstant(),
        finished == null ? null : finished.toInstant());
  }

  /** One try at a text. */
  record Claim(PhoneNumber number, String text, int attempts, Instant requestedAt) {}
}
