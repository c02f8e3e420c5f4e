package com.salesync.store.session;

import com.salesync.common.paging.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All sessions whose tokens have not expired, ended ones included. */
@Repository
class Sessions {

  private final JdbcClient jdbc;

  Sessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Session session) {
    jdbc.sql(
            """
            insert into sessions (id, store_id, kid, opened_at, expires_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            session.id(),
            session.storeId(),
            session.kid(),
            utc(session.openedAt()),
            utc(session.expiresAt()))
        .update();
  }

  /** The store's oldest that has not ended. */
  Optional<Session> oldest(long storeId) {
    return jdbc.sql(
            """
            select id, kid, opened_at, expires_at from sessions
            where store_id = ? and ended_at is null
            order by number limit 1
            """)
        .param(storeId)
        .query(
            (row, number) ->
                Session.kept(
                    row.getObject("id", UUID.class),
                    storeId,
                    row.getString("kid"),
                    instant(row, "opened_at"),
                    instant(row, "expires_at")))
        .optional();
  }

  void end(long storeId, UUID id, Instant now, String reason) {
    jdbc.sql(
            """
            update sessions set ended_at = ?, ended_by = ?
            where store_id = ? and id = ? and ended_at is null
            """)
        .params(utc(now), reason, storeId, id)
        .update();
  }

  int endAllBut(long storeId, UUID kept, Instant now, String reason) {
    return jdbc.sql(
            """
            update sessions set ended_at = ?, ended_by = ?
            where store_id = ? and id <> ? and ended_at is null
            """)
        .params(utc(now), reason, storeId, kept)
        .update();
  }

  int endAll(long storeId, Instant now, String reason) {
    return jdbc.sql(
            """
            update sessions set ended_at = ?, ended_by = ?
            where store_id = ? and ended_at is null
            """)
        .params(utc(now), reason, storeId)
        .update();
  }

  boolean hasEnded(UUID id) {
    return jdbc.sql("select exists (select 1 from sessions where id = ? and ended_at is not null)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /**
   * Sessions of every store, for the services that verify tokens, in the order in which they ended.
   *
   * @param after see {@link EndedSession#cursor()}
   */
  List<EndedSession> endedAfter(Cursor after, Instant now, int most) {
    return jdbc.sql(
            """
            select id, ended_at, number, expires_at from sessions
            where ended_at is not null and (ended_at, number) > (?, ?) and expires_at > ?
            order by ended_at, number
            limit ?
            """)
        .params(utc(after.time(0)), after.number(1), utc(now), most)
        .query(
            (row, number) ->
                new EndedSession(
                    row.getString("id"),
                    instant(row, "ended_at"),
                    row.getLong("number"),
                    instant(row, "expires_at")))
        .list();
  }

  /** Deletes some whose tokens are dead by themselves, of every store. */
  int deleteExpired(Instant now, int most) {
    return jdbc.sql(
            """
            delete from sessions
            where id in (select id from sessions where expires_at <= ? limit ?)
            """)
        .params(utc(now), most)
        .update();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
