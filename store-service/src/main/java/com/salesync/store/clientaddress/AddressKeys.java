package com.salesync.store.clientaddress;

import com.salesync.store.signing.KeySeal;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The random key of each store, sealed; made when it is first needed. */
@Repository
class AddressKeys {

  private static final int KEY_BYTES = 32;

  private final JdbcClient jdbc;
  private final KeySeal seal;
  private final SecureRandom random = new SecureRandom();

  AddressKeys(JdbcClient jdbc, KeySeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  byte[] keyOf(long storeId) {
    String sealed = read(storeId).orElseGet(() -> create(storeId));
    return seal.openSecret(nameOf(storeId), sealed);
  }

  /** Of two that are made at once, the first stays. */
  private String create(long storeId) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    jdbc.sql(
            """
            insert into address_keys (store_id, sealed_key) values (?, ?)
            on conflict (store_id) do nothing
            """)
        .params(storeId, seal.sealSecret(nameOf(storeId), key))
        .update();
    return read(storeId).orElseThrow();
  }

  private Optional<String> read(long storeId) {
    return jdbc.sql("select sealed_key from address_keys where store_id = ?")
        .param(storeId)
        .query(String.class)
        .optional();
  }

  private static String nameOf(long storeId) {
    return "address key of store " + storeId;
  }
}
