package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What must never be read in a log. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class SilenceIT {

  private final Till till;
  private final JdbcClient jdbc;

  SilenceIT(RestTestClient client, JdbcClient jdbc) {
    this.till = Till.somewhere(client);
    this.jdbc = jdbc;
  }

  @Test
  void logsNoPasswordHashPhoneOrToken(CapturedOutput output) {
    String username = Till.newUsername();
    Till owner = till.signedUp(username);
    till.signUp(username.toUpperCase(Locale.ROOT)).is(409);
    till.logIn(username, "a wrong password").is(400);
    till.logIn(username, Till.PASSWORD).is(200);
    owner.put("/stores/" + owner.storeId(), Map.of("phone", "010-9999-8888x")).is(400);
    owner.put("/stores/" + owner.storeId(), Map.of("password", "short")).is(400);

    assertThat(output.getAll())
        .doesNotContain(
            Till.PASSWORD, "a wrong password", "$argon2id", "12345678", "9999-8888", "eyJ");
  }

  @Test
  void keepsTheRowOutOfTheErrorOfARefusedStatement() {
    long id = till.signedUp().storeId();
    try {
      jdbc.sql("update stores set phone = '17' where id = ?").param(id).update();
      throw new AssertionError("The database accepted a phone that is not E.164");
    } catch (DataIntegrityViolationException refused) {
      assertThat(refused.getMessage())
          .contains("stores_phone_is_e164")
          .doesNotContain("argon2id")
          .doesNotContain("Failing row");
    }
  }
}
