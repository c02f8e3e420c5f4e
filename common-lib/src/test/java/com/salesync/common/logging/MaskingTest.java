package com.salesync.common.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text to 010-1234-5678 failed|text to *** failed",
        "phone=+821012345678,|phone=***,",
        "call +82 10 1234 5678 or 02-345-6789|call *** or ***",
        "{\"phone\":\"01012345678\"}|{\"phone\":\"***\"}",
        "Authorization: Bearer eyJh.eyJz.c2ln|Authorization: Bearer ***",
        "Bearer abcdef0123456789|Bearer ***",
        "Token[accessToken=abc, csrfToken=def, id=1]|Token[accessToken=***, csrfToken=***, id=1]",
        "token eyJ0eXAiOiJhdCtqd3QiLC (truncated)|token *** (truncated)",
        "token eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl refused|token *** refused",
        "Incorrect API key provided: sk-proj-abcd1234efgh.|Incorrect API key provided: ***.",
        "hash $argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA kept|hash *** kept",
        "{\"password\":\"hunter2\",\"a\":1}|{\"password\":\"***\",\"a\":1}",
        "{\\\"password\\\":\\\"hunter2\\\"}|{\\\"password\\\":\\\"***\\\"}",
        "?access_token=abc&page=2|?access_token=***&page=2",
        "X-Api-Key: abc def|X-Api-Key: *** def",
      })
  void whatIsConfidentialIsBlackened(String logged, String written) {
    assertThat(Masking.mask(logged)).isEqualTo(written);
  }

  /** In two parts, since no file may hold what looks like a key. */
  @Test
  void aKeyOfAwsIsBlackened() {
    assertThat(Masking.mask("AKIA" + "IOSFODNN7EXAMPLE is unknown")).isEqualTo("*** is unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T12:34:56.012345678Z INFO 4711 --- [main] started in 3.021 seconds",
        "trace 4bf92f0101234567a3ce929d0e0e4736 of order 1012345678",
        "{\"req_id\":\"01012345-0101-4567-8910-010123456789\",\"total\":21000000}",
        "Bearer token expired; the password is wrong; passwords differ",
        "partition 0 at offset 010 of 2026-11-22",
      })
  void whatIsNotConfidentialStays(String logged) {
    assertThat(Masking.mask(logged)).isEqualTo(logged);
  }
}
