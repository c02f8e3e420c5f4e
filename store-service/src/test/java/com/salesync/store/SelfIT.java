package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class SelfIT {

  private final Till till;

  SelfIT(RestTestClient client) {
    this.till = Till.somewhere(client);
  }

  @Test
  void tellsOtherServicesAboutTheStoreTheyActFor() {
    Till owner = till.signedUp();
    long id = owner.storeId();
    Answer self =
        till.withAuthorization(TestTokens.internal("dashboard-service", id))
            .get("/internal/stores/self")
            .is(200);
    assertThat(self.fields())
        .containsExactly("store_id", "store_name", "phone", "language", "time_zone", "day_start");
    assertThat(self.text("phone")).isEqualTo("+821012345678");
    till.withAuthorization(TestTokens.operator()).get("/internal/stores/self").is(403);
    owner.get("/internal/stores/self").is(403);
  }
}
