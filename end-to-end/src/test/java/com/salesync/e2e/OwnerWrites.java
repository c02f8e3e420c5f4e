package com.salesync.e2e;

import static com.salesync.e2e.Writes.PRICE;
import static com.salesync.e2e.Writes.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Answer;
import com.salesync.e2e.client.Client;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes of owners, each of a shop of its own. */
final class OwnerWrites {

  private static final String TODAY = "start=" + Shop.today() + "&end=" + Shop.today();

  private final Stack stack;

  OwnerWrites(Stack stack) {
    this.stack = stack;
  }

  /** One of each kind. */
  List<Write> writes() {
    return List.of(
        signUp(),
        changeProfile(),
        changeSettings(),
        changePassword(),
        close(),
        logOut(),
        settle(),
        settleByGet(),
        consult("POST"),
        consult("GET"));
  }

  private Write signUp() {
    Shop.Form form = Shop.Form.invented();
    return new Write(
        "sign up",
        () -> form.send(stranger()),
        () -> Reads.of(() -> form.logIn(stranger(), Shop.PASSWORD)).status() == 200);
  }

  private Write changeProfile() {
    Shop other = Shop.open(stack);
    return new Write(
        "change profile",
        () -> other.till.put("/stores/" + other.storeId, Map.of("owner_name", "새사장")),
        () ->
            Reads.of(other, "/stores/")
                .body()
                .path("store")
                .path("owner_name")
                .asString("")
                .equals("새사장"));
  }

  private Write changeSettings() {
    Shop other = Shop.open(stack);
    return new Write(
        "change settings",
        () -> other.till.put("/stores/settings", Map.of("language", "en")),
        () ->
            Reads.of(other, "/stores/settings").body().path("language").asString("").equals("en"));
  }

  private Write changePassword() {
    Shop other = Shop.open(stack).confirmed();
    String changed = Shop.PASSWORD + "-changed";
    return new Write(
        "change password",
        () -> other.till.put("/stores/" + other.storeId, Map.of("password", changed)),
        () -> Reads.of(() -> other.logIn(Shop.PASSWORD)).status() == 400);
  }

  private Write close() {
    Shop other = Shop.open(stack).confirmed();
    return new Write(
        "close",
        () -> other.till.delete("/stores/" + other.storeId),
        () -> Reads.of(() -> other.logIn(Shop.PASSWORD)).status() == 400);
  }

  private Write logOut() {
    Shop other = Shop.open(stack);
    return new Write(
        "log out",
        () -> other.till.post("/stores/logout", Map.of()),
        () -> Reads.of(other, "/stores/").status() == 401);
  }

  private Write settle() {
    Shop other = sellingShop();
    return settle(
        "settle",
        other,
        () -> other.till.post("/dashboard/settlements", Map.of("date", Shop.today().toString())));
  }

  /** As the published client does. */
  private Write settleByGet() {
    Shop other = sellingShop();
    return settle(
        "settle by GET", other, () -> other.till.get("/dashboard/calculate?date=" + Shop.today()));
  }

  private static Write settle(String kind, Shop other, Supplier<Answer> call) {
    return new Write(
        kind,
        call,
        () ->
            !Reads.of(other, "/dashboard/settlements?" + TODAY)
                .body()
                .path("settlements")
                .isEmpty());
  }

  private Write consult(String method) {
    Shop other = sellingShop();
    return new Write(
        "consult by " + method,
        () -> other.till.send(method, "/consulting/?" + TODAY, null),
        () ->
            Invariants.count(
                    stack,
                    "select count(*) from consulting.consulting_jobs where store_id = "
                        + other.storeId)
                > 0);
  }

  private Shop sellingShop() {
    Shop other = Shop.open(stack);
    long item = other.item("피자", PRICE);
    assertThat(other.order(1, item, 1).status()).isEqualTo(200);
    created(other.pay(1, PRICE));
    return other;
  }

  private Client stranger() {
    return new Client(stack.parts().gatewayUrl(), null);
  }
}
