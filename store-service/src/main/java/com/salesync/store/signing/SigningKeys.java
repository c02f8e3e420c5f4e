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

  private final JdbcClient jdbc;

  SigningKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every published key, the one that signs last first. */
  SigningKeySet read() {
    return new SigningKeySet(
        jdbc.sql(
                """
                select generation, public_key, sealed_private_key, created_at, signs_from
                from signing_keys
                order by generation desc
                """)
            .query((row, number) -> signingKey(row))
            .list());
  }

  /** Adds a key, unless another replica has added one of the same generation. */
  boolean add(SigningKey key) {
    return jdbc.sql(
                """
                insert into signing_keys
                  (kid, generation, public_key, sealed_private_key, created_at, signs_from)
                values (?, ?, ?, ?, ?, ?)
                on conflict (generation) do nothing
                """)
            .params(
                key.kid(),
                key.generation(),
                key.publicKey().toJSONString(),
                key.sealedPrivateKey(),
                utc(key.createdAt()),
                utc(key.signsFrom()))
            .update()
        == 1;
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
          row.getInt("generation"),
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
