package com.salesync.store.signin;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.retention.Retention;
import com.salesync.common.web.RequestIdFilter;
import com.salesync.store.clientaddress.AddressHashes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Wrong passwords of the last 90 days. */
@Repository
class FailedLogins {

  /** What the password was given for. */
  enum Attempt {
    LOGIN,
    PASSWORD_CHECK
  }

  /** Where a client named no store that exists. */
  static final long NO_STORE = 0;

  static final Retention RETENTION =
      new Retention(
          "failed_logins",
          Duration.ofDays(90),
          """
          delete from failed_logins where (store_id, id) in (
            select store_id, id from failed_logins where at < :before limit :most)
          """);

  private final JdbcClient jdbc;
  private final AddressHashes addressHashes;
  private final Clock clock;

  FailedLogins(JdbcClient jdbc, AddressHashes addressHashes, Clock clock) {
    this.jdbc = jdbc;
    this.addressHashes = addressHashes;
    this.clock = clock;
  }

  void add(long storeId, Attempt attempt, ClientAddress address) {
    jdbc.sql(
            """
            insert into failed_logins (store_id, at, attempt, address_hash, request_id)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            storeId,
            clock.instant().atOffset(ZoneOffset.UTC),
            attempt.name(),
            addressHashes.addressHash(storeId, address),
            MDC.get(RequestIdFilter.MDC_KEY))
        .update();
  }
}
