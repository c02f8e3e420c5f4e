package com.salesync.store.signup;

import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.idempotency.IdempotencyGate.Held;
import com.salesync.common.problem.Problem;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.session.OpenSession;
import com.salesync.store.signin.CheckPassword;
import com.salesync.store.signup.SignUp.Registered;
import com.salesync.store.signup.SignUpRequest.Fields;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sign-ups that repeat an earlier one: with its {@code Idempotency-Key} for as long as that is
 * kept, without one for ten minutes; in all fields and the password. A wrong password counts like a
 * failed login.
 *
 * <p>A key is its store's, which is found by the username. The password is never part of the digest
 * that is kept with a key: it is compared with the store's own.
 */
@Component
class RepeatedSignUps {

  private static final String ENDPOINT = "POST /stores";
  private static final Duration LATELY = Duration.ofMinutes(10);

  private final Stores stores;
  private final IdempotencyGate gate;
  private final CheckPassword checkPassword;
  private final OpenSession openSession;
  private final TransactionOperations transactions;
  private final Clock clock;

  RepeatedSignUps(
      Stores stores,
      IdempotencyGate gate,
      CheckPassword checkPassword,
      OpenSession openSession,
      TransactionOperations transactions,
      Clock clock) {
    this.stores = stores;
    this.gate = gate;
    this.checkPassword = checkPassword;
    this.openSession = openSession;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What the first one was answered; empty if there is none.
   *
   * @throws Problem 422 {@code IDEMPOTENCY_KEY_REUSED} if the key came with another field or
   *     password, 429
   */
  Optional<Registered> firstAnswer(SignUpRequest request) {
    return stores
        .findByUsernameKeyAndClosedAtIsNull(request.fields().username().key())
        .filter(store -> isRepeatedBy(store, request))
        .flatMap(store -> answer(store.id(), store.passwordHash(), request));
  }

  /** Gives a key to the store that it has signed up, in the caller's transaction. */
  void keepKey(long storeId, SignUpRequest request) {
    if (request.idempotencyKey() != null) {
      gate.claim(storeId, ENDPOINT, request.idempotencyKey(), request.fields(), storeId, Long.class)
          .ifPresent(Held::requireSameBody);
    }
  }

  private boolean isRepeatedBy(Store store, SignUpRequest request) {
    if (gate.answered(store.id(), ENDPOINT, request.idempotencyKey(), request.fields(), Long.class)
        .isPresent()) {
      if (isPasswordOf(store, request)) {
        return true;
      }
      throw Problem.unprocessable("IDEMPOTENCY_KEY_REUSED");
    }
    return Fields.of(store).equals(request.fields())
        && store.registeredAt().plus(LATELY).isAfter(clock.instant())
        && isPasswordOf(store, request);
  }

  private boolean isPasswordOf(Store store, SignUpRequest request) {
    return checkPassword.isPasswordOf(store, request.password(), request.address());
  }

  /** Under the row's lock: the password may have been changed since it was verified. */
  private Optional<Registered> answer(long storeId, String verified, SignUpRequest request) {
    Optional<Registered> answer =
        transactions.execute(
            status ->
                stores
                    .findAndLock(storeId)
                    .filter(store -> store.passwordHash().equals(verified))
                    .map(store -> registered(store, request)));
    return answer == null ? Optional.empty() : answer;
  }

  private Registered registered(Store store, SignUpRequest request) {
    keepKey(store.id(), request);
    return new Registered(
        store.id(), openSession.resumeOldest(store.id(), store.settings().businessDays()));
  }
}
