package com.salesync.store.account;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shop's account. It is closed, never deleted; what is personal in it is erased later, which is
 * not seen here, since nobody finds a closed one.
 */
@Entity
@Table(name = "stores")
public class Store {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String username;
  private String usernameKey;
  private String passwordHash;
  @Embedded private Profile profile;
  @Embedded private Settings settings;

  private Instant registeredAt;

  @SuppressWarnings("UnusedVariable") // read by queries
  private @Nullable Instant closedAt;

  @SuppressWarnings("NullAway.Init")
  protected Store() {}

  public Store(
      Username username, String passwordHash, Profile profile, Settings settings, Instant now) {
    this.username = username.value();
    this.usernameKey = username.key();
    this.passwordHash = passwordHash;
    this.profile = profile;
    this.settings = settings;
    this.registeredAt = now;
  }

  public void change(ProfileChange change) {
    profile = profile.with(change);
  }

  public void change(SettingsChange change) {
    settings = settings.with(change);
  }

  public void changePassword(String hash) {
    passwordHash = hash;
  }

  public void close(Instant now) {
    closedAt = now;
  }

  /** What the audit log calls this store. */
  public String subject() {
    return "store:" + id();
  }

  public Instant registeredAt() {
    return registeredAt;
  }

  public long id() {
    if (id == null) {
      throw new IllegalStateException("Not saved yet");
    }
    return id;
  }

  public String username() {
    return username;
  }

  public String usernameKey() {
    return usernameKey;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public Profile profile() {
    return profile;
  }

  public Settings settings() {
    return settings;
  }
}
