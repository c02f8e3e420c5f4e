package com.salesync.dashboard.settlement;

import com.salesync.dashboard.client.StoreServiceClient.Store;
import java.util.Locale;

/** Who gets the SMS of a store's day, and in which language. */
record Recipient(String storeName, String phone, Locale language) {

  static Recipient from(Store store) {
    return new Recipient(
        store.storeName(),
        store.phone(),
        "en".equals(store.language()) ? Locale.ENGLISH : Locale.KOREAN);
  }
}
