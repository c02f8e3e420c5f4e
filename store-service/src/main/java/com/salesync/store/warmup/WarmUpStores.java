package com.salesync.store.warmup;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.security.Tenant;
import com.salesync.common.warmup.WarmUpStatements;
import com.salesync.store.account.Profile;
import com.salesync.store.account.ProfileChange;
import com.salesync.store.account.Settings;
import com.salesync.store.account.SettingsChange;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.account.Username;
import com.salesync.store.profile.ChangeProfile;
import com.salesync.store.session.EndSessions;
import com.salesync.store.session.OpenSession;
import com.salesync.store.settings.ChangeSettings;
import com.salesync.store.signin.ConfirmedSessions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens an account and its session, changes it, confirms the password, logs out and closes it. */
@Component
final class WarmUpStores implements WarmUpStatements {

  private static final Profile PROFILE =
      Profile.typed("warm-up", "02-312-3456", "warm-up", "warm-up", "warm-up");

  private static final ClientAddress SELF = ClientAddress.of("127.0.0.1");

  private final Stores stores;
  private final OpenSession openSession;
  private final ChangeProfile changeProfile;
  private final ChangeSettings changeSettings;
  private final ConfirmedSessions confirmedSessions;
  private final EndSessions endSessions;
  private final IdempotencyGate gate;
  private final Clock clock;

  WarmUpStores(
      Stores stores,
      OpenSession openSession,
      ChangeProfile changeProfile,
      ChangeSettings changeSettings,
      ConfirmedSessions confirmedSessions,
      EndSessions endSessions,
      IdempotencyGate gate,
      Clock clock) {
    this.stores = stores;
    this.openSession = openSession;
    this.changeProfile = changeProfile;
    this.changeSettings = changeSettings;
    this.confirmedSessions = confirmedSessions;
    this.endSessions = endSessions;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public void write(Tenant noStore) {
    // Nobody who signs up meanwhile wants this name, and waits for it.
    Username username = Username.of(UUID.randomUUID().toString());
    Store store =
        stores.save(new Store(username, "none", PROFILE, Settings.DEFAULT, clock.instant()));
    gate.claim(store.id(), "POST /stores", "warm-up", "warm-up", store.id(), Long.class);
    openSession.openSession(store.id(), noStore.businessDays());
    Tenant owner = new Tenant(store.id(), UUID.randomUUID().toString(), noStore.businessDays());
    changeProfile.changeProfile(
        owner, new ProfileChange(null, null, "warmed-up", null, null), null, SELF);
    changeSettings.changeSettings(owner, new SettingsChange(null, "05:00", "en"));
    confirmedSessions.confirm(owner);
    endSessions.logOut(owner);
    store.close(clock.instant());
    endSessions.endAllSessions(store.id());
  }
}
