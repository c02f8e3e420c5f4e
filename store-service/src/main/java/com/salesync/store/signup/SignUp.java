package com.salesync.store.signup;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.audit.AuditLog;
import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.RateLimiter;
import com.salesync.store.account.Profile;
import com.salesync.store.account.Settings;
import com.salesync.store.account.SettingsChange;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.account.Username;
import com.salesync.store.clientaddress.AddressHashes;
import com.salesync.store.password.PasswordHashes;
import com.salesync.store.password.PasswordPolicy;
import com.salesync.store.password.PasswordQueue;
import com.salesync.store.session.OpenSession;
import com.salesync.store.session.SessionTokens;
import com.salesync.store.signup.SignUpRequest.Fields;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens an account, and its first session with it. */
@Component
public class SignUp {

  private final Stores stores;
  private final PasswordQueue passwordQueue;
  private final PasswordHashes passwordHashes;
  private final RepeatedSignUps repeatedSignUps;
  private final OpenSession openSession;
  private final RateLimiter<ClientAddress> signUpLimiter;
  private final AddressHashes addressHashes;
  private final AuditLog audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  SignUp(
      Stores stores,
      PasswordQueue passwordQueue,
      PasswordHashes passwordHashes,
      RepeatedSignUps repeatedSignUps,
      OpenSession openSession,
      RateLimiter<ClientAddress> signUpLimiter,
      AddressHashes addressHashes,
      AuditLog audit,
      TransactionOperations transactions,
      Clock clock) {
    this.stores = stores;
    this.passwordQueue = passwordQueue;
    this.passwordHashes = passwordHashes;
    this.repeatedSignUps = repeatedSignUps;
    this.openSession = openSession;
    this.signUpLimiter = signUpLimiter;
    this.addressHashes = addressHashes;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Everything as typed; the settings may be left out. */
  public record NewStore(
      String username,
      String password,
      String ownerName,
      String phone,
      String storeName,
      String address,
      String storeType,
      SettingsChange settings) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
      return "NewStore";
    }

    private Profile profile() {
      return Profile.typed(ownerName, phone, storeName, address, storeType);
    }
  }

  public record Registered(long storeId, SessionTokens tokens) {}

  /**
   * Registers a store, once: a repeat with the same key, and an equal sign-up soon after, get the
   * first one's answer again, since a browser repeats it by itself when a connection breaks.
   *
   * @throws Problem 400 naming the field at fault, 409 if the username is taken, 422 {@code
   *     IDEMPOTENCY_KEY_REUSED} if the key signed this username up with another form, 429
   */
  public Registered signUp(
      NewStore wanted, @Nullable String idempotencyKey, ClientAddress address) {
    if (idempotencyKey != null) {
      IdempotencyGate.requireAcceptable(idempotencyKey);
    }
    Username username = Username.of(wanted.username());
    PasswordPolicy.check(wanted.password(), username.value());
    Fields fields =
        new Fields(username, wanted.profile(), Settings.DEFAULT.with(wanted.settings()));
    signUpLimiter.acquire(address);
    SignUpRequest request = new SignUpRequest(fields, wanted.password(), idempotencyKey, address);
    return passwordQueue.inTurn(address, () -> register(request));
  }

  private Registered register(SignUpRequest request) {
    Supplier<Registered> first =
        () -> repeatedSignUps.firstAnswer(request).orElseThrow(SignUp::taken);
    if (stores.isTaken(request.fields().username())) {
      return first.get();
    }
    String hash = passwordHashes.hash(request.password());
    try {
      return Objects.requireNonNull(transactions.execute(status -> save(request, hash)));
    } catch (DataIntegrityViolationException refused) {
      if (String.valueOf(refused.getMessage()).contains("stores_username_is_unique")) {
        return first.get();
      }
      throw refused;
    }
  }

  private Registered save(SignUpRequest request, String hash) {
    Fields fields = request.fields();
    Store saved =
        stores.save(
            new Store(
                fields.username(), hash, fields.profile(), fields.settings(), clock.instant()));
    repeatedSignUps.keepKey(saved.id(), request);
    audit.record(
        saved.id(),
        "store.registered",
        saved.subject(),
        Map.of("address", addressHashes.addressHash(saved.id(), request.address())));
    return new Registered(
        saved.id(), openSession.openSession(saved.id(), saved.settings().businessDays()));
  }

  private static Problem taken() {
    return Problem.conflict("USERNAME_TAKEN").field("username", "taken");
  }
}
