package com.salesync.store.account;

import com.salesync.common.problem.Problem;
import com.salesync.common.text.TypedText;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a store says of itself.
 *
 * @param phone E.164
 */
@Embeddable
public record Profile(
    String ownerName, String phone, String storeName, String address, String storeType) {

  /**
   * Reads what an owner typed.
   *
   * @throws Problem 400 naming {@code phone} if no such number can exist
   */
  public static Profile typed(
      String ownerName, String phone, String storeName, String address, String storeType) {
    return new Profile(
        TypedText.kept(ownerName),
        Phone.of(phone).e164(),
        TypedText.kept(storeName),
        TypedText.kept(address),
        TypedText.kept(storeType));
  }

  /**
   * Checks a number as typed.
   *
   * @throws Problem 400 naming {@code phone} if no such number can exist
   */
  public static void checkPhone(String typed) {
    Phone.of(typed);
  }

  Profile with(ProfileChange change) {
    return new Profile(
        text(change.ownerName(), ownerName),
        change.phone() == null ? phone : Phone.of(change.phone()).e164(),
        text(change.storeName(), storeName),
        text(change.address(), address),
        text(change.storeType(), storeType));
  }

  private static String text(@Nullable String wanted, String present) {
    return wanted == null ? present : TypedText.kept(wanted);
  }

  /** Keeps names and numbers out of logs. */
  @Override
  public String toString() {
    return "Profile";
  }
}
