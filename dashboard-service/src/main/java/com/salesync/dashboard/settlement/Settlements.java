package com.salesync.dashboard.settlement;

import com.salesync.common.time.DayRange;
import com.salesync.dashboard.client.SaleServiceClient.DailyRevenue;
import com.salesync.dashboard.settlement.sms.PhoneNumber;
import com.salesync.dashboard.settlement.sms.SmsState;
import com.salesync.dashboard.settlement.sms.SmsText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settlements of all stores; every statement names one store. */
@Repository
class Settlements {

  private static final String COLUMNS =
      """
      select id, business_day, total, sales, sms, reason, masked_phone, parts, requested_at,
             finished_at
      from settlements
      """;

  /** The request that settles tries first; until then it is none of the others' business. */
  private static final Duration AFTER_THE_FIRST_TRY = Duration.ofSeconds(5);

  private final JdbcClient jdbc;

  Settlements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes other settlements of this store wait until the current transaction ends. */
  void lock(long storeId, Instant now) {
    jdbc.sql(
            """
            insert into settling_stores (store_id, last_settled_at) values (?, ?)
            on conflict (store_id) do update set last_settled_at = excluded.last_settled_at
            """)
        .params(storeId, Timestamp.from(now))
        .update();
  }

  Optional<Settlement> find(long storeId, LocalDate day, long total) {
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

  /** In the order they were asked for, beginning after one asked for at an instant. */
  List<Settlement> between(
      long storeId, DayRange range, Instant afterRequest, long afterId, int limit) {
    return jdbc.sql(
            COLUMNS
                + """
                where store_id = ? and business_day between ? and ?
                  and (requested_at, id) > (?, ?)
                order by requested_at, id limit ?
                """)
        .params(storeId, range.start(), range.end(), Timestamp.from(afterRequest), afterId, limit)
        .query(Settlements::read)
        .list();
  }

  /** SMS a store caused since an instant, whatever became of them. */
  long countSmsSince(long storeId, Instant since) {
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
      DailyRevenue day,
      SmsText text,
      String maskedPhone,
      @Nullable PhoneNumber number,
      @Nullable String suppressed,
      @Nullable String traceparent,
      Instant now) {
    boolean queued = suppressed == null;
    long id =
        jdbc.sql(
                """
                insert into settlements (store_id, business_day, total, sales, sms, reason,
                  masked_phone, phone, text, parts, requested_at, send_at, finished_at, traceparent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .param(storeId)
            .param(day.businessDay())
            .param(day.total())
            .param(day.sales())
            .param(queued ? "queued" : "suppressed")
            .param(suppressed)
            .param(maskedPhone)
            .param(queued && number != null ? number.e164() : null)
            .param(text.text())
            .param(text.parts())
            .param(Timestamp.from(now))
            .param(queued ? Timestamp.from(now.plus(AFTER_THE_FIRST_TRY)) : null)
            .param(queued ? null : Timestamp.from(now))
            .param(traceparent)
            .query(Long.class)
            .single();
    return get(storeId, id);
  }

  /** Empties texts and numbers; a text that has not left does not leave any more. */
  int eraseTexts(long storeId, Instant now) {
    return jdbc.sql(
            """
            update settlements
            set text = '', masked_phone = '', phone = null, send_at = null,
                sms = case sms when 'queued' then 'rejected' when 'sending' then 'ambiguous'
                  else sms end,
                reason = case when finished_at is null then 'STORE_CLOSED' else reason end,
                finished_at = coalesce(finished_at, ?)
            where store_id = ? and (text <> '' or masked_phone <> '')
            """)
        .params(Timestamp.from(now), storeId)
        .update();
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
}
