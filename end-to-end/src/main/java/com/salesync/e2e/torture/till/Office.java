package com.salesync.e2e.torture.till;

import com.salesync.e2e.torture.history.Asked;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Kind;
import com.salesync.e2e.torture.plan.Step;
import com.salesync.e2e.torture.plan.Step.How;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what concerns the owner: figures, menu, settlement, advice, sessions. */
final class Office {

  private static final int PRICES = 50_000;

  private final OpenShop shop;
  private final int client;
  private final int number;
  private final ShopSession session;
  private final List<OpenShop> others;

  /**
   * For one step.
   *
   * @param client of the shop, from 0
   * @param number of the session, by which another replaces it
   * @param others whose things are not to be seen
   */
  Office(OpenShop shop, int client, int number, List<OpenShop> others) {
    this.shop = shop;
    this.client = client;
    this.number = number;
    this.session = shop.session(number);
    this.others = others;
  }

  void did(Step step) {
    switch (step.kind()) {
      case REVENUE -> read(Kind.REVENUE, "/sales/period?" + range());
      case REPORT ->
          read(Kind.REPORT, (step.pick() % 2 == 0 ? "/bff/volumes?" : "/bff/sales?") + range());
      case LIST -> read(Kind.LIST, "/orders/unpaids");
      case EDIT -> edit(step);
      case SETTLE -> settle(step);
      case CONSULT -> consult();
      case LOG_IN -> shop.guess(step.pick());
      case LOG_OUT -> logOut(step);
      case CHANGE_PASSWORD -> changePassword(step);
      case INTRUDE -> intrude(step);
      default -> throw new IllegalArgumentException(step.kind().label());
    }
  }

  private Call read(Kind kind, String path) {
    return call(Request.read(asked(kind, "GET", path, null, Map.of()), session.token()));
  }

  /** Around today: a run may go on over midnight. */
  private String range() {
    LocalDate today = shop.days().today();
    return "start=%s&end=%s".formatted(today.minusDays(1), today.plusDays(1));
  }

  /** Of an item that only this client edits and nobody orders. */
  private void edit(Step step) {
    MenuItem item =
        shop.edited()
            .computeIfAbsent(
                client, none -> shop.addItem("편집 " + shop.marker() + " " + OpenShop.key(), 1));
    String path = "/categories/items/" + item.id();
    Map<String, Object> about = Map.of("item", item.id());
    if (step.pick() % 9 == 0) {
      shop.edited().remove(client);
      call(
          Request.write(
                  asked(Kind.EDIT, "DELETE", path, null, about), session.token(), null, step.how())
              .again());
    } else {
      long price = 1L + step.pick() % PRICES;
      call(
          Request.write(
                  asked(Kind.EDIT, "PUT", path, null, Map.of("item", item.id(), "price", price)),
                  session.token(),
                  Map.of("name", item.name(), "price", price),
                  step.how())
              .again());
    }
    call(Request.read(asked(Kind.READ_ITEM, "GET", path, null, about), session.token()));
  }

  private void settle(Step step) {
    String date = shop.days().today().toString();
    call(
        Request.write(
            asked(
                Kind.SETTLE,
                "POST",
                "/dashboard/settlements",
                step.is(How.KEYED) ? OpenShop.key() : null,
                Map.of("date", date)),
            session.token(),
            Map.of("date", date),
            step.how()));
  }

  private void consult() {
    Call call =
        call(
            Request.write(
                asked(Kind.CONSULT, "GET", "/consulting/?" + range(), null, Map.of()),
                session.token(),
                null,
                EnumSet.of(How.GIVES_UP)));
    String request = call.answer().path("req_id").asString("");
    shop.consultations().forEach(this::follow);
    if (!request.isEmpty()) {
      shop.consultations().add(request);
    }
  }

  /** Asks once; reads the answer when it is there. */
  void follow(String request) {
    Map<String, Object> about = Map.of("request", request);
    Call status =
        call(
            Request.read(
                asked(Kind.FOLLOW, "GET", "/consulting/" + request, null, about), session.token()));
    String result = status.answer().path("result").asString("");
    if (status.result() == Result.OK && result.equals("success")) {
      call(
          Request.read(
              asked(Kind.FOLLOW, "GET", "/dashboard/consulting/" + request, null, about),
              session.token()));
    }
    if (result.equals("success") || result.equals("failed")) {
      shop.consultations().remove(request);
    }
  }

  private void logOut(Step step) {
    ShopSession ended = session;
    Call call =
        call(
            Request.write(
                asked(Kind.LOG_OUT, "POST", "/stores/logout", null, Map.of()),
                ended.token(),
                Map.of(),
                step.how()));
    shop.renew(number);
    if (call.result() == Result.OK) {
      shop.ended().add(ended);
    }
  }

  /** Ends every other session of the shop, whose people log in anew. */
  private void changePassword(Step step) {
    Passwords passwords = shop.passwords();
    if (!passwords.changing().tryLock()) {
      return;
    }
    try {
      List<Integer> possible = passwords.possible();
      int present = possible.get(step.pick() % possible.size());
      Call check =
          call(
              Request.write(
                  asked(
                      Kind.CHECK_PASSWORD,
                      "POST",
                      "/stores/pwcheck",
                      null,
                      Map.of(Passwords.NUMBER, present)),
                  session.token(),
                  Map.of("password", Passwords.text(present)),
                  EnumSet.of(How.GIVES_UP)));
      if (check.result() == Result.OK) {
        changePassword(step, passwords, present);
      }
    } finally {
      passwords.changing().unlock();
    }
  }

  private void changePassword(Step step, Passwords passwords, int present) {
    int next = passwords.next();
    Call change =
        call(
            Request.write(
                    asked(
                        Kind.CHANGE_PASSWORD,
                        "PUT",
                        "/stores/" + shop.storeId(),
                        null,
                        Map.of(Passwords.NUMBER, next)),
                    session.token(),
                    Map.of("password", Passwords.text(next)),
                    step.how())
                .again());
    if (change.result() == Result.REFUSED) {
      return;
    }
    if (change.result() == Result.OK) {
      passwords.changed(present, next);
    } else {
      passwords.mayBe(next);
    }
    for (int other = 0; other < shop.sessions(); other++) {
      if (other != number) {
        ShopSession ended = shop.session(other);
        shop.renew(other);
        shop.ended().add(ended);
      }
    }
  }

  /** With a session that has ended, or with another shop's numbers. */
  private void intrude(Step step) {
    List<ShopSession> ended = shop.ended();
    if (step.pick() % 2 == 0 && !ended.isEmpty()) {
      ShopSession dead = ended.get(step.pick() % ended.size());
      call(
          Request.read(
              shop.asked(
                  Kind.INTRUDE,
                  dead.name(),
                  "GET",
                  "/orders/unpaids",
                  null,
                  Map.of("ended", dead.name())),
              dead.token()));
      return;
    }
    if (others.isEmpty()) {
      return;
    }
    OpenShop other = others.get(step.pick() % others.size());
    long item = other.menu().getFirst().id();
    Map<String, Object> about = Map.of("foreign", other.number());
    switch (step.pick() % 3) {
      case 0 ->
          call(
              Request.read(
                  asked(Kind.INTRUDE, "GET", "/categories/items/" + item, null, about),
                  session.token()));
      case 1 ->
          call(
              Request.write(
                  asked(Kind.INTRUDE, "PUT", "/categories/items/" + item, null, about),
                  session.token(),
                  Map.of("name", "남의 것 " + shop.marker(), "price", 1),
                  EnumSet.of(How.GIVES_UP)));
      default ->
          call(
              Request.write(
                  asked(Kind.INTRUDE, "POST", "/orders/", null, about),
                  session.token(),
                  Map.of(
                      "table_no", 9_000, "carts", List.of(Map.of("item_id", item, "quantity", 1))),
                  EnumSet.of(How.GIVES_UP)));
    }
  }

  private Asked asked(
      Kind kind, String method, String path, @Nullable String key, Map<String, Object> about) {
    return shop.asked(kind, session.name(), method, path, key, about);
  }

  private Call call(Request request) {
    return shop.caller().call(request);
  }
}
