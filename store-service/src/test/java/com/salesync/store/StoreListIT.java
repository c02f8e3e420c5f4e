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
  private final Till operator;

  StoreListIT(RestTestClient client) {
    this.till = Till.somewhere(client);
    this.operator = till.withAuthorization(TestTokens.operator());
  }

  @Test
  void listsOpenStoresForTheOperatorInPages() {
    till.signedUp();
    Till first = till.signedUp();
    Till second = till.signedUp();
    Till third = till.signedUp();
    long from = first.storeId();
    long to = third.storeId();
    long closed = second.closed();

    int before = ids(operator.get("/stores/all").is(200)).indexOf(from);
    Answer earlier = operator.get("/stores/all?limit=" + before).is(200);
    Answer page = operator.get("/stores/all?limit=1&cursor=" + earlier.text("next_cursor")).is(200);
    assertThat(page.fields()).containsExactly("stores", "next_cursor");
    assertThat(page.body().path("stores").path(0).propertyNames())
        .containsExactly(
            "id", "username", "owner_name", "phone", "store_name", "address", "store_type");
    assertThat(ids(page)).containsExactly(from);

    Answer next = operator.get("/stores/all/?limit=1&cursor=" + page.text("next_cursor")).is(200);
    assertThat(ids(next)).as("the closed one is left out").containsExactly(to);
  }

  @Test
  void saysWhenThereIsNoFurtherPage() {
    long last = till.signedUp().storeId();
    Answer all = operator.get("/stores/all").is(200);
    assertThat(all.fields()).containsExactly("stores");
    assertThat(ids(all)).contains(last).isSorted();
  }

  @Test
  void refusesPagesThatCannotBe() {
    for (String query : List.of("limit=0", "limit=1001", "limit=x", "cursor=-1", "cursor=x")) {
      Answer refused = operator.get("/stores/all?" + query).isProblem(400, "VALIDATION_FAILED");
      assertThat(refused.faults()).containsExactly(query.substring(0, query.indexOf('=')));
    }
  }

  @Test
  void isForTheOperatorOnly() {
    till.signedUp().get("/stores/all").isProblem(403, "FORBIDDEN");
    till.get("/stores/all").isProblem(401, "UNAUTHORIZED");
  }

  private static List<Long> ids(Answer page) {
    return page.body().path("stores").values().stream()
        .map(store -> store.path("id").asLong())
        .toList();
  }
}
