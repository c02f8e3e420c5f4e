package com.salesync.store.account;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New values of a {@link Profile} as typed; null leaves one as it is. */
public record ProfileChange(
    @Nullable String ownerName,
    @Nullable String phone,
    @Nullable String storeName,
    @Nullable String address,
    @Nullable String storeType) {

  /** The names of the fields that are to change, for the audit log. */
  public List<String> fields() {
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

  /** Keeps names and numbers out of logs. */
  @Override
  public String toString() {
    return "ProfileChange" + fields();
  }
}
