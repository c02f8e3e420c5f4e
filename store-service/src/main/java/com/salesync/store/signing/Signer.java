package com.salesync.store.signing;

import java.security.PrivateKey;

/** The key that signs at this moment. */
public record Signer(String kid, PrivateKey key) {

  /** Never shows the key. */
  @Override
  public String toString() {
    return "Signer[" + kid + "]";
  }
}
