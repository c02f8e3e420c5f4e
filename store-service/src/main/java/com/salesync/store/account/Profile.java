package com.salesync.store.account;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store says of itself.
 *
 * @param phone E.164
 */
@Embeddable
public record Profile(
    String ownerName, String phone, String storeName, String address, String storeType) {

  /** New values as typed; null leaves one as it is. */
  public record Change(
      @Nullable String ownerName,
      @Nullable String phone,
      @Nullable String storeName,
      @Nullable String address,
      @Nullable String storeType) {

    /** The names of the fields that are to change, for the audit log. */
    List<String> fields() {
      List<String> names = new ArrayList<>();
      addIf(names, ownerName, "owner_name");
      addIf(names, phone, "phone");
      addIf(names, storeName, "store_name");
      addIf(names, address, "address");
      addIf(names, storeType, "store_type");
      return names;
    }

    private static void addIf(List<String> names, @Nullable String value, String name) {
      if (value != null) {
        names.add(name);
      }
    }

    @Override
    public String toString() {
      return "Change" + fields();
    }
  }

  Profile with(Change change) {
    return new Profile(
        text(change.ownerName(), ownerName),
        change.phone() == null ? phone : Phone.of(change.phone()).e164(),
        text(change.storeName(), storeName),
        text(change.address(), address),
        text(change.storeType(), storeType));
  }

  private static String text(@Nullable String wanted, String present) {
    return wanted == null ? present : wanted.strip();
  }

  /** Keeps names and numbers out of logs. */
  @Override
  public String toString() {
    return "Profile";
  }
}
