package com.salesync.common.idempotency;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.OneAtATime;
import com.salesync.common.retention.Retention;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs an effect once per {@code Idempotency-Key}, scoped to store and endpoint, and repeats its
 * answer to later calls with the same key and body.
 *
 * <p>Key, effect and answer are one transaction: a concurrent call with the key waits for it,
 * without a connection unless the other call is at another replica, and a failed effect leaves no
 * key behind. Where an effect takes more than one transaction, {@link #claim} writes the key in the
 * first. Keys are kept for a week.
 */
public final class IdempotencyGate {

  /** Deletes keys once they are a week old. */
  public static final Retention RETENTION =
      new Retention(
          "idempotency_keys",
          Duration.ofDays(7),
          """
          delete from idempotency_keys where (store_id, endpoint, key) in (
            select store_id, endpoint, key from idempotency_keys
            where created_at < :before limit :most)
            and created_at < :before
          """);

  private static final Pattern ACCEPTED = Pattern.compile("[\\x20-\\x7e]{1,255}");

  /**
   * A key that is another call's.
   *
   * @param reference where that call's effect is found
   * @param sameBody whether it came with the same body
   */
  public record Held<T>(T reference, boolean sameBody) {

    /**
     * For a call that repeats that one.
     *
     * @throws Problem 422 {@code IDEMPOTENCY_KEY_REUSED} if it came with another body
     */
    public void requireSameBody() {
      if (!sameBody) {
        throw Problem.unprocessable("IDEMPOTENCY_KEY_REUSED");
      }
    }
  }

  private record Call(long storeId, String endpoint, String key) {}

  private final OneAtATime<Call> oneAtATime = new OneAtATime<>();
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final JsonMapper json;
  private final Duration longestWait;

  /**
   * Makes the one gate of a service.
   *
   * @param longestWait for the first call with a key; as long as a lock is waited for
   */
  public IdempotencyGate(
      JdbcClient jdbc, TransactionOperations transactions, JsonMapper json, Duration longestWait) {
    this.longestWait = longestWait;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * The answer of the one effect of this key; without a key the effect simply runs.
   *
   * @param body the request as read, compared with the first call's
   * @throws Problem 422 {@code IDEMPOTENCY_KEY_REUSED} if the key came with another body before,
   *     400 if it is not 1..255 printable characters, 504 if the first call runs for too long
   */
  public <T> T once(
      long storeId,
      String endpoint,
      @Nullable String key,
      Object body,
      Class<T> answerType,
      Supplier<T> effect) {
    if (key == null) {
      return inTransaction(effect);
    }
    requireAcceptable(key);
    String fingerprint = fingerprint(body);
    return oneAtATime.call(
        new Call(storeId, endpoint, key),
        Deadline.cut(longestWait),
        () -> Problem.outcomeUnknown(new TimeoutException("The call with this key still runs")),
        () ->
            inTransaction(
                () -> {
                  if (insert(storeId, endpoint, key, fingerprint, null)) {
                    T answer = effect.get();
                    keep(storeId, endpoint, key, json.writeValueAsString(answer));
                    return answer;
                  }
                  return json.readValue(kept(storeId, endpoint, key, fingerprint), answerType);
                }));
  }

  /**
   * The answer this key already has, for an endpoint that would ask a neighbour before its effect:
   * a repeat must not depend on what the neighbour says by now.
   *
   * @throws Problem as {@link #once}
   */
  public <T> Optional<T> answered(
      long storeId, String endpoint, @Nullable String key, Object body, Class<T> answerType) {
    if (key == null) {
      return Optional.empty();
    }
    requireAcceptable(key);
    return jdbc.sql(
                """
                select exists (
                  select from idempotency_keys where store_id = ? and endpoint = ? and key = ?)
                """)
            .params(storeId, endpoint, key)
            .query(Boolean.class)
            .single()
        ? Optional.of(json.readValue(kept(storeId, endpoint, key, fingerprint(body)), answerType))
        : Optional.empty();
  }

  /**
   * Takes a key for an effect of more than one transaction, within the first of them, the caller's.
   * The caller leaves a reference by which a repeat finds the effect. A concurrent call with the
   * key waits until this transaction ends, so it is to be short: no call to another service.
   *
   * @param body the request as read, compared with the one the key came with before
   * @param reference where the effect is found if the key is the caller's now
   * @return empty if the key is the caller's now; else who holds it
   * @throws Problem 400 if the key is not 1..255 printable characters
   */
  public <T> Optional<Held<T>> claim(
      long storeId, String endpoint, String key, Object body, T reference, Class<T> referenceType) {
    requireAcceptable(key);
    String fingerprint = fingerprint(body);
    Optional<Held<T>> held = Optional.empty();
    while (held.isEmpty()
        && !insert(storeId, endpoint, key, fingerprint, json.writeValueAsString(reference))) {
      held = holder(storeId, endpoint, key, fingerprint, referenceType);
    }
    return held;
  }

  /**
   * Takes over a key whose effect has come to nothing, within the caller's transaction: from here
   * on it is the caller's, with this body and reference, for another week.
   *
   * @param heldReference under which {@link #claim} found it held
   * @return false if somebody else was quicker
   */
  public <T> boolean takeOver(
      long storeId, String endpoint, String key, Object body, T heldReference, T reference) {
    return jdbc.sql(
                """
                update idempotency_keys set fingerprint = ?, answer = ?::jsonb, created_at = now()
                where store_id = ? and endpoint = ? and key = ? and answer = ?::jsonb
                """)
            .params(
                fingerprint(body),
                json.writeValueAsString(reference),
                storeId,
                endpoint,
                key,
                json.writeValueAsString(heldReference))
            .update()
        == 1;
  }

  /**
   * Whether the key is the caller's now; while another's transaction holds it, that one is waited
   * for.
   *
   * @throws Problem 504 if it goes on for longer than a lock is waited for: its effect may come yet
   */
  private boolean insert(
      long storeId, String endpoint, String key, String fingerprint, @Nullable String answer) {
    try {
      return jdbc.sql(
                  """
                  insert into idempotency_keys (store_id, endpoint, key, fingerprint, answer)
                  values (?, ?, ?, ?, ?::jsonb) on conflict do nothing
                  """)
              .params(storeId, endpoint, key, fingerprint)
              .param(answer)
              .update()
          == 1;
    } catch (DataAccessException failure) {
      throw isLockTimeout(failure) ? Problem.outcomeUnknown(failure) : failure;
    }
  }

  private static boolean isLockTimeout(DataAccessException failure) {
    return failure.getMostSpecificCause() instanceof SQLException sql
        && "55P03".equals(sql.getSQLState());
  }

  /** Empty if the key has expired since {@link #insert} found it. */
  private <T> Optional<Held<T>> holder(
      long storeId, String endpoint, String key, String fingerprint, Class<T> referenceType) {
    return jdbc.sql(
            """
            select answer::text as reference, fingerprint = ? as same_body from idempotency_keys
            where store_id = ? and endpoint = ? and key = ?
            """)
        .params(fingerprint, storeId, endpoint, key)
        .query(
            (row, number) ->
                new Held<>(
                    json.readValue(row.getString("reference"), referenceType),
                    row.getBoolean("same_body")))
        .optional();
  }

  /**
   * Refuses a key the contract does not allow.
   *
   * @throws Problem 400 naming the header
   */
  public static void requireAcceptable(String key) {
    if (!ACCEPTED.matcher(key).matches()) {
      throw Problem.badRequest("VALIDATION_FAILED").field("Idempotency-Key", "invalid");
    }
  }

  /** A digest by which two readings of the same body are recognised. */
  public String fingerprint(Object body) {
    try {
      byte[] text = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException everyPlatformHasSha256) {
      throw new IllegalStateException(everyPlatformHasSha256);
    }
  }

  private <T> T inTransaction(Supplier<T> effect) {
    T answer = transactions.execute(status -> effect.get());
    if (answer == null) {
      throw new IllegalStateException("An idempotent effect must have an answer");
    }
    return answer;
  }

  private void keep(long storeId, String endpoint, String key, String answer) {
    jdbc.sql(
            """
            update idempotency_keys set answer = ?::jsonb
            where store_id = ? and endpoint = ? and key = ?
            """)
        .params(answer, storeId, endpoint, key)
        .update();
  }

  private String kept(long storeId, String endpoint, String key, String fingerprint) {
    return jdbc.sql(
            """
            select answer::text from idempotency_keys
            where store_id = ? and endpoint = ? and key = ? and fingerprint = ?
            """)
        .params(storeId, endpoint, key, fingerprint)
        .query(String.class)
        .optional()
        .orElseThrow(() -> Problem.unprocessable("IDEMPOTENCY_KEY_REUSED"));
  }
}
