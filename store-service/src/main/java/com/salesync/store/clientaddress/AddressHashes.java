package com.salesync.store.clientaddress;

import com.salesync.common.address.ClientAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Hashes the addresses that clients call from, for records that are kept. */
@Component
public class AddressHashes {

  private static final String HMAC = "HmacSHA256";

  /** Enough to tell the addresses of one store apart. */
  private static final int HASH_BYTES = 8;

  private final AddressKeys keys;

  AddressHashes(AddressKeys keys) {
    this.keys = keys;
  }

  /**
   * The hash of an address, the same for as long as the store's key exists.
   *
   * @param storeId 0 where a client named no store that exists
   * @return 16 hexadecimal digits
   */
  public String addressHash(long storeId, ClientAddress address) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(keys.keyOf(storeId), HMAC));
      byte[] hash = mac.doFinal(address.value().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
