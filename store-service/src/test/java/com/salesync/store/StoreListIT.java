package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class StoreListIT {

  private final Till till;

  StoreListIT(RestTestClient client) {
    this.till = Till.somewhere(client);
  }

  @Test
  void listsOpenStoresForTheOperatorInPages() {
    Till first = till.signedUp();
    Till second = till.signedUp();
    Till third = till.signedUp();
    long from = first.storeId();
    long closed = second.storeId();
    second.delete("/stores/" + closed).is(200);
    Till operator = till.withAuthorization(TestTokens.operator());

    Answer page = operator.get("/stores/all?limit=1&cursor=" + (from - 1)).is(200);
    assertThat(page.body().path("stores").path(0).propertyNames())
        .containsExactly(
            "id", "username", "owner_name", "phone", "store_name", "address", "store_type");
    assertThat(page.body().path("stores").path(0).path("id").asLong()).isEqualTo(from);
    assertThat(page.text("next_cursor")).isEqualTo(Long.toString(from));

    Answer next = operator.get("/stores/all/?limit=1&cursor=" + page.text("next_cursor")).is(200);
    assertThat(next.body().path("stores").path(0).path("id").asLong()).isEqualTo(third.storeId());
    assertThat(operator.get("/stores/all?cursor=" + Long.MAX_VALUE).is(200).body())
        .hasToString("{\"stores\":[]}");
    for (String query : List.of("limit=0", "limit=1001", "limit=x", "cursor=-1", "cursor=x")) {
      operator.get("/stores/all?" + query).isProblem(400, "VALIDATION_FAILED");
    }
    first.get("/stores/all").isProblem(403, "FORBIDDEN");
    till.get("/stores/all").isProblem(401, "UNAUTHORIZED");
  }
}
