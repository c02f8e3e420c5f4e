package com.salesync.store.signing;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys as all replicas see them. They belong to the system, not to a store. */
@Repository
class SigningKeys {

  /** Any number no other service of this database uses for its advisory locks. */
  private static final long ROTATION_LOCK = 0x5A1E_5117_C0DE_0001L;

  private final JdbcClient jdbc;

  SigningKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes other replicas wait until the caller's transaction has ended. */
  void lockAgainstOtherReplicas() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(ROTATION_LOCK).query(rows -> {});
  }

  /** Every published key, the one that signs last first. */
  SigningKeySet read() {
    return new SigningKeySet(
        jdbc.sql(
                """
                select public_key, sealed_private_key, created_at, signs_from
                from signing_keys
                order by signs_from desc, kid
                """)
            .query((row, number) -> signingKey(row))
            .list());
  }

  void add(SigningKey key) {
    jdbc.sql(
            """
            insert into signing_keys (kid, public_key, sealed_private_key, created_at, signs_from)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            key.kid(),
            key.publicKey().toJSONString(),
            key.sealedPrivateKey(),
            utc(key.createdAt()),
            utc(key.signsFrom()))
        .update();
  }

  /**
   * Withdraws keys that had a successor at that time and have no token left. The foreign key of
   * {@code sessions} keeps one whose session is just being opened.
   */
  int removeUnused(Instant supersededBefore) {
    return jdbc.sql(
            """
            delete from signing_keys old
            where not exists (select 1 from sessions where sessions.kid = old.kid)
              and exists (
                select 1 from signing_keys successor
                where successor.signs_from > old.signs_from and successor.signs_from <= ?)
            """)
        .param(utc(supersededBefore))
        .update();
  }

  private static SigningKey signingKey(ResultSet row) throws SQLException {
    try {
      return new SigningKey(
          ECKey.parse(row.getString("public_key")),
          row.getString("sealed_private_key"),
          row.getObject("created_at", OffsetDateTime.class).toInstant(),
          row.getObject("signs_from", OffsetDateTime.class).toInstant());
    } catch (ParseException e) {
      throw new IllegalStateException("Unreadable signing key", e);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
