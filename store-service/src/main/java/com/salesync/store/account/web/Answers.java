package com.salesync.store.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.store.account.Settings;
import com.salesync.store.account.Store;
import com.salesync.store.session.Entrance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers: exactly the listed fields, never a password hash. */
final class Answers {

  private Answers() {}

  record Token(String accessToken, String csrfToken) {

    static Token from(Entrance entrance) {
      return new Token(entrance.accessToken(), entrance.csrfToken());
    }
  }

  record SignedUp(String result, String message, long storeId, Token token) {}

  record LoggedIn(String result, long storeId, String accessToken, String csrfToken) {}

  record Verdict(String result, String message) {}

  record Changed(long storeId, String result, String message) {}

  record OwnStore(OwnProfile store) {}

  record OwnProfile(
      long storeId,
      String username,
      String ownerName,
      String phone,
      String storeName,
      String address,
      String storeType) {

    static OwnProfile from(Store store) {
      return new OwnProfile(
          store.id(),
          store.username(),
          store.profile().ownerName(),
          store.profile().phone(),
          store.profile().storeName(),
          store.profile().address(),
          store.profile().storeType());
    }
  }

  record ListedStores(
      List<ListedStore> stores,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  record ListedStore(
      long id,
      String username,
      String ownerName,
      String phone,
      String storeName,
      String address,
      String storeType) {

    static ListedStore from(Store store) {
      return new ListedStore(
          store.id(),
          store.username(),
          store.profile().ownerName(),
          store.profile().phone(),
          store.profile().storeName(),
          store.profile().address(),
          store.profile().storeType());
    }
  }

  record PresentSettings(String timeZone, String dayStart, String language) {

    static PresentSettings from(Settings settings) {
      return new PresentSettings(
          settings.timeZone().getId(), settings.dayStart().toString(), settings.language().code());
    }
  }

  record ChangedSettings(
      String result, String message, String timeZone, String dayStart, String language) {

    static ChangedSettings from(Settings settings, String message) {
      PresentSettings now = PresentSettings.from(settings);
      return new ChangedSettings(
          "success", message, now.timeZone(), now.dayStart(), now.language());
    }
  }

  /** What a neighbour needs to know of the store it acts for. */
  record Self(
      long storeId,
      String storeName,
      String phone,
      String language,
      String timeZone,
      String dayStart) {

    static Self from(Store store) {
      PresentSettings settings = PresentSettings.from(store.settings());
      return new Self(
          store.id(),
          store.profile().storeName(),
          store.profile().phone(),
          settings.language(),
          settings.timeZone(),
          settings.dayStart());
    }
  }
}
