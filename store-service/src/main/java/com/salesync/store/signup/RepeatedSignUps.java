package com.salesync.store.signup;

import com.salesync.common.address.ClientAddress;
import com.salesync.store.account.Profile;
import com.salesync.store.account.Settings;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.account.Username;
import com.salesync.store.session.OpenSession;
import com.salesync.store.signin.CheckPassword;
import com.salesync.store.signup.SignUp.Registered;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sign-ups that repeat one of the last ten minutes, in all fields and the password. A wrong
 * password counts like a failed login.
 */
@Component
class RepeatedSignUps {

  private static final Duration LATELY = Duration.ofMinutes(10);

  private final Stores stores;
  private final CheckPassword checkPassword;
  private final OpenSession openSession;
  private final TransactionOperations transactions;
  private final Clock clock;

  RepeatedSignUps(
      Stores stores,
      CheckPassword checkPassword,
      OpenSession openSession,
      TransactionOperations transactions,
      Clock clock) {
    this.stores = stores;
    this.checkPassword = checkPassword;
    this.openSession = openSession;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What the first one was answered; empty if there is none.
   *
   * @throws com.salesync.common.problem.Problem 429
   */
  Optional<Registered> firstAnswer(
      Username username,
      Profile profile,
      Settings settings,
      String password,
      ClientAddress address) {
    return stores
        .findByUsernameKeyAndClosedAtIsNull(username.key())
        .filter(store -> store.username().equals(username.value()))
        .filter(store -> store.profile().equals(profile) && store.settings().equals(settings))
        .filter(store -> store.registeredAt().plus(LATELY).isAfter(clock.instant()))
        .filter(store -> checkPassword.isPasswordOf(store, password, address))
        .flatMap(store -> answer(store.id(), store.passwordHash()));
  }

  /** Under the row's lock: the password may have been changed since it was verified. */
  private Optional<Registered> answer(long storeId, String verified) {
    Optional<Registered> answer =
        transactions.execute(
            status ->
                stores
                    .findAndLock(storeId)
                    .filter(store -> store.passwordHash().equals(verified))
                    .map(RepeatedSignUps.this::registered));
    return answer == null ? Optional.empty() : answer;
  }

  private Registered registered(Store store) {
    return new Registered(
        store.id(), openSession.resumeOldest(store.id(), store.settings().businessDays()));
  }
}
