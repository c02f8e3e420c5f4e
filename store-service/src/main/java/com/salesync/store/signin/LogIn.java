package com.salesync.store.signin;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.audit.AuditLog;
import com.salesync.common.problem.Problem;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.account.Username;
import com.salesync.store.clientaddress.AddressHashes;
import com.salesync.store.password.PasswordHashes;
import com.salesync.store.password.PasswordQueue;
import com.salesync.store.ratelimit.PasswordAttempt;
import com.salesync.store.ratelimit.PasswordRateLimiter;
import com.salesync.store.session.OpenSession;
import com.salesync.store.session.SessionTokens;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens a session for whoever knows the password. A wrong password, an unknown username and a
 * closed store are told apart neither by the answer nor by the time it takes.
 */
@Component
public class LogIn {

  private final Stores stores;
  private final PasswordQueue passwordQueue;
  private final PasswordHashes passwordHashes;
  private final PasswordRateLimiter limiter;
  private final OpenSession openSession;
  private final FailedLogins failedLogins;
  private final AddressHashes addressHashes;
  private final AuditLog audit;
  private final TransactionOperations transactions;

  LogIn(
      Stores stores,
      PasswordQueue passwordQueue,
      PasswordHashes passwordHashes,
      PasswordRateLimiter limiter,
      OpenSession openSession,
      FailedLogins failedLogins,
      AddressHashes addressHashes,
      AuditLog audit,
      TransactionOperations transactions) {
    this.stores = stores;
    this.passwordQueue = passwordQueue;
    this.passwordHashes = passwordHashes;
    this.limiter = limiter;
    this.openSession = openSession;
    this.failedLogins = failedLogins;
    this.addressHashes = addressHashes;
    this.audit = audit;
    this.transactions = transactions;
  }

  public record LoggedIn(long storeId, SessionTokens tokens) {}

  /**
   * Checks the password and opens a session.
   *
   * @throws Problem 400 {@code LOGIN_FAILED}, 429
   */
  public LoggedIn logIn(String username, String password, ClientAddress address) {
    String key = Username.keyOf(username);
    PasswordAttempt attempt = limiter.begin(key, address);
    try {
      Optional<LoggedIn> loggedIn =
          passwordQueue.inTurn(address, () -> verify(key, password, address));
      if (loggedIn.isPresent()) {
        attempt.succeeded();
        return loggedIn.get();
      }
    } catch (RuntimeException undecided) {
      attempt.undecided();
      throw undecided;
    }
    throw Problem.badRequest("LOGIN_FAILED").with("error", "Invalid username or password");
  }

  private Optional<LoggedIn> verify(String key, String password, ClientAddress address) {
    Store store = stores.findByUsernameKeyAndClosedAtIsNull(key).orElse(null);
    String verified = store == null ? null : store.passwordHash();
    if (!passwordHashes.matches(password, verified) || store == null || verified == null) {
      failedLogins.add(
          store == null ? FailedLogins.NO_STORE : store.id(), FailedLogins.Attempt.LOGIN, address);
      return Optional.empty();
    }
    String renewed = passwordHashes.isOutdated(verified) ? passwordHashes.hash(password) : verified;
    Optional<LoggedIn> loggedIn =
        transactions.execute(status -> open(store.id(), verified, renewed, address));
    return loggedIn == null ? Optional.empty() : loggedIn;
  }

  /** Under the row's lock: the password may have been changed since it was verified. */
  private Optional<LoggedIn> open(
      long storeId, String verified, String renewed, ClientAddress address) {
    Optional<Store> locked =
        stores.findAndLock(storeId).filter(store -> store.passwordHash().equals(verified));
    if (locked.isEmpty()) {
      return Optional.empty();
    }
    Store store = locked.get();
    store.changePassword(renewed);
    SessionTokens tokens = openSession.openSession(storeId, store.settings().businessDays());
    audit.record(
        storeId,
        "login.succeeded",
        store.subject(),
        Map.of("address", addressHashes.addressHash(storeId, address)));
    return Optional.of(new LoggedIn(storeId, tokens));
  }
}
