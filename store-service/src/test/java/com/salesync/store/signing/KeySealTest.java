package com.salesync.store.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jsonwebtoken.Jwts;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeySealTest {

  private static final String SECRET = "a secret of more than thirty-two characters";

  private final PrivateKey key = Jwts.SIG.ES256.keyPair().build().getPrivate();
  private final KeySeal seal = new KeySeal(SECRET);

  @Test
  void opensWhatItSealedEvenAfterARestart() {
    assertThat(new KeySeal(SECRET).open("kid", seal.seal("kid", key))).isEqualTo(key);
  }

  @Test
  void sealsTheSameKeyDifferentlyEveryTime() {
    assertThat(seal.seal("kid", key)).isNotEqualTo(seal.seal("kid", key));
  }

  @Test
  void hidesTheKey() {
    String sealed = hex(Base64.getDecoder().decode(seal.seal("kid", key)));
    assertThat(sealed).doesNotContain(hex(key.getEncoded()).substring(0, 32));
  }

  @Test
  void opensNothingWithAnotherSecret() {
    String sealed = seal.seal("kid", key);
    assertThatIllegalStateException()
        .isThrownBy(() -> new KeySeal(SECRET + "!").open("kid", sealed))
        .withMessageContaining("SIGNING_KEYS_SECRET");
  }

  @Test
  void opensNoKeyUnderAnothersId() {
    String sealed = seal.seal("kid", key);
    assertThatIllegalStateException().isThrownBy(() -> seal.open("other", sealed));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void noticesTampering() {
    byte[] sealed = Base64.getDecoder().decode(seal.seal("kid", key));
    sealed[sealed.length - 1] ^= 1;
    String tampered = Base64.getEncoder().encodeToString(sealed);
    assertThatIllegalStateException().isThrownBy(() -> seal.open("kid", tampered));
  }
}
