package com.salesync.order.placing;

import com.salesync.common.retention.Retention;
import com.salesync.common.security.Tenant;
import com.salesync.order.order.OrderVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What each session placed last at each table. A published client can send no key; by this a {@code
 * POST} of its that arrives once more is recognised: a browser repeats before its user goes on, so
 * whatever else the session writes at the table ends the chance of a repeat. Payment and
 * cancellation end it by themselves, since the order is closed.
 */
@Repository
class Placements {

  /** How long after the last equal request another one is its repeat. */
  private static final Duration WINDOW = Duration.ofSeconds(10);

  /**
   * The same where the effect came after the request's deadline: nobody was there to be answered,
   * and the user has to look first.
   */
  private static final Duration WINDOW_OF_LATE_EFFECT = Duration.ofMinutes(2);

  static final Retention RETENTION =
      new Retention(
          "placements",
          Duration.ofDays(1),
          """
          delete from placements where (store_id, table_no, session) in (
            select store_id, table_no, session from placements
            where repeatable_until < :before limit :most)
            and repeatable_until < :before
          """);

  private final JdbcClient jdbc;
  private final Clock clock;

  Placements(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The first answer to this request if it is a repeat, which may then be repeated for as long
   * again.
   *
   * @param fingerprint of the request
   * @param arrived when it arrived: waiting since then, for others' writes, takes nothing away
   */
  Optional<OrderVersion> repeat(Tenant tenant, int tableNo, String fingerprint, Instant arrived) {
    return jdbc.sql(
            """
            update placements p
            set repeatable_until = greatest(p.repeatable_until, :until)
            from orders o
            where p.store_id = :store and p.table_no = :table and p.session = :session
              and p.request = :request and p.repeatable_until >= :arrived
              and o.store_id = :store and o.id = p.order_id and o.status = 'OPEN'
            returning p.order_id, p.version
            """)
        .param("store", tenant.storeId())
        .param("table", tableNo)
        .param("session", tenant.session())
        .param("request", fingerprint)
        .param("arrived", utc(arrived))
        .param("until", windowFromNow())
        .query(OrderVersion.class)
        .optional();
  }

  /**
   * Remembers a request as the session's last at the table, within the transaction of its effect.
   *
   * @param answer what it led to
   */
  void record(Tenant tenant, int tableNo, String fingerprint, OrderVersion answer) {
    jdbc.sql(
            """
            insert into placements
              (store_id, table_no, session, request, order_id, version, repeatable_until)
            values (:store, :table, :session, :request, :order, :version, :until)
            on conflict (store_id, table_no, session) do update
            set request = excluded.request, order_id = excluded.order_id,
              version = excluded.version, repeatable_until = excluded.repeatable_until
            """)
        .param("store", tenant.storeId())
        .param("table", tableNo)
        .param("session", tenant.session())
        .param("request", fingerprint)
        .param("order", answer.orderId())
        .param("version", answer.version())
        .param("until", windowFromNow())
        .update();
  }

  /** For a request whose effect was committed just now, after its deadline. */
  void extend(Tenant tenant, int tableNo, String fingerprint) {
    jdbc.sql(
            """
            update placements set repeatable_until = ?
            where store_id = ? and table_no = ? and session = ? and request = ?
            """)
        .params(
            utc(clock.instant().plus(WINDOW_OF_LATE_EFFECT)),
            tenant.storeId(),
            tableNo,
            tenant.session(),
            fingerprint)
        .update();
  }

  /** What the session placed at the table cannot be repeated any more: it has written since. */
  void end(Tenant tenant, int tableNo) {
    jdbc.sql("delete from placements where store_id = ? and table_no = ? and session = ?")
        .params(tenant.storeId(), tableNo, tenant.session())
        .update();
  }

  private OffsetDateTime windowFromNow() {
    return utc(clock.instant().plus(WINDOW));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
