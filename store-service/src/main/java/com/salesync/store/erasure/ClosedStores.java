package com.salesync.store.erasure;

import com.salesync.store.account.Username;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores between their closing and their erasure. */
@Repository
class ClosedStores {

  private final JdbcClient jdbc;

  ClosedStores(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of every owner, in order of id. */
  List<ClosedStore> closedBefore(Instant instant, long afterId, int most) {
    return jdbc.sql(
            """
            select id, username_key, time_zone, day_start from stores
            where closed_at <= ? and erased_at is null and id > ?
            order by id
            limit ?
            """)
        .params(utc(instant), afterId, most)
        .query(ClosedStore::read)
        .list();
  }

  /**
   * Erases what this service knows of the people of a store. Its sessions hold nothing personal and
   * must be known as ended until their tokens are dead by themselves, which ends them here, too.
   *
   * @return false if that has been done
   */
  boolean erase(ClosedStore store, Instant now) {
    int erased =
        jdbc.sql(
                """
                update stores
                set erased_at = ?, username_key = ?, username = null, password_hash = null,
                  owner_name = null, phone = null, store_name = null, address = null,
                  store_type = null
                where id = ? and closed_at is not null and erased_at is null
                """)
            .params(utc(now), Username.reservedKey(store.usernameKey()), store.id())
            .update();
    jdbc.sql("delete from idempotency_keys where store_id = ?").param(store.id()).update();
    jdbc.sql("delete from failed_logins where store_id = ?").param(store.id()).update();
    jdbc.sql("delete from address_keys where store_id = ?").param(store.id()).update();
    return erased == 1;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
