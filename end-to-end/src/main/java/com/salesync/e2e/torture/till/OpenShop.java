package com.salesync.e2e.torture.till;

import com.salesync.e2e.torture.history.Asked;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Kind;
import com.salesync.e2e.torture.plan.Line;
import com.salesync.e2e.torture.plan.Planner;
import com.salesync.e2e.torture.plan.Step.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A shop that has signed up, with what its people know by heart. */
public final class OpenShop {

  private static final int MOST_LOG_INS = 50;
  private static final long FIRST_PRICE = 1_000;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final long PRICE_STEP = 1_700;

  private final int number;
  private final String marker;
  private final ShopDays days;
  private final Caller caller;
  private final AtomicInteger logIns = new AtomicInteger();
  private final Map<Integer, ShopSession> sessions = new ConcurrentHashMap<>();
  private final List<MenuItem> menu = new CopyOnWriteArrayList<>();
  private final Map<Integer, MenuItem> edited = new ConcurrentHashMap<>();
  private final Set<String> consultations = ConcurrentHashMap.newKeySet();
  private final List<ShopSession> ended = new CopyOnWriteArrayList<>();
  private final List<Long> sales = new CopyOnWriteArrayList<>();
  private final Map<Integer, Call> looks = new ConcurrentHashMap<>();
  private final Passwords passwords = new Passwords();
  private long storeId;
  private long category;

  private OpenShop(int number, String marker, ShopDays days, Caller caller) {
    this.number = number;
    this.marker = marker;
    this.days = days;
    this.caller = caller;
  }

  /**
   * Signs up, logs all sessions in and writes the menu, however long that takes.
   *
   * @param marker part of every name that the shop uses, and of no other shop's
   */
  static OpenShop open(int number, String marker, ShopDays days, int sessions, Caller caller) {
    OpenShop shop = new OpenShop(number, marker, days, caller);
    shop.signUp();
    for (int session = 0; session < sessions; session++) {
      shop.renew(session);
    }
    shop.category =
        insist(attempt -> shop.add("/categories/", "분류 " + marker + " " + attempt, Map.of()))
            .answer()
            .path("id")
            .asLong();
    for (int item = 0; item < Planner.MENU; item++) {
      shop.menu.add(shop.addItem("품목 " + item + " " + marker, FIRST_PRICE + item * PRICE_STEP));
    }
    return shop;
  }

  private void signUp() {
    Map<String, Object> form = new HashMap<>(days.settings());
    form.put("username", username());
    form.put("password", Passwords.text(Passwords.FIRST));
    form.put("owner_name", "사장 " + marker);
    form.put("phone", phone());
    form.put("store_name", "가게 " + marker);
    form.put("address", "서울시 중구 " + marker);
    form.put("store_type", "restaurant");
    Call made =
        insist(
            attempt ->
                caller.call(
                    Request.write(
                        asked(Kind.SIGN_UP, "", "POST", "/stores/", key(), Map.of()),
                        null,
                        form,
                        EnumSet.noneOf(How.class))));
    storeId = made.answer().path("store_id").asLong();
  }

  /** Logs in anew in place of a session. */
  ShopSession renew(int session) {
    String name = "%d.%d#%d".formatted(number, session, logIns.incrementAndGet());
    ShopSession renewed = new ShopSession(name, logIn(name));
    sessions.put(session, renewed);
    return renewed;
  }

  /** Tries a password that is none, or is none any more. */
  Call guess(int pick) {
    return logIn("", pick % 2 == 0 ? Passwords.WRONG : passwords.noLonger(pick / 2));
  }

  /** Of a session that no client has. */
  public String newToken() {
    return logIn("audit");
  }

  /** Tries each password that may be the right one, since it may change meanwhile. */
  private String logIn(String name) {
    Call made = logIn(name, passwords.possible().getFirst());
    for (int attempt = 1; made.result() != Result.OK; attempt++) {
      if (attempt > MOST_LOG_INS) {
        throw new IllegalStateException("No password opens: " + made);
      }
      Pauses.pause(PAUSE);
      List<Integer> possible = passwords.possible();
      made = logIn(name, possible.get(attempt % possible.size()));
    }
    return made.answer().path("access_token").asString();
  }

  private Call logIn(String name, int password) {
    return caller.call(
        Request.write(
                asked(
                    Kind.LOG_IN,
                    name,
                    "POST",
                    "/stores/login",
                    null,
                    Map.of(Passwords.NUMBER, password)),
                null,
                Map.of("username", username(), "password", Passwords.text(password)),
                EnumSet.noneOf(How.class))
            .again());
  }

  private Call add(String path, String name, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("name", name);
    ShopSession owner = session(0);
    return caller.call(
        Request.write(
            asked(Kind.ADD, owner.name(), "POST", path, null, Map.of("name", name)),
            owner.token(),
            body,
            EnumSet.noneOf(How.class)));
  }

  /** On the menu of this shop, until that is known to be done. */
  MenuItem addItem(String name, long price) {
    Call added =
        insist(
            attempt ->
                add(
                    "/categories/" + category + "/items",
                    name + " " + attempt,
                    Map.of("price", price)));
    return new MenuItem(added.answer().path("id").asLong(), added.asked().text("name"), price);
  }

  /** Each attempt is of a name of its own, since a lost one may be done. */
  private static Call insist(IntFunction<Call> call) {
    for (int attempt = 1; ; attempt++) {
      Call made = call.apply(attempt);
      if (made.result() == Result.OK) {
        return made;
      }
      // 401: the session was ended meanwhile, and another has taken its place.
      if (made.refusal().isPresent()) {
        throw new IllegalStateException(
            "A shop cannot open: %s %s".formatted(made.asked(), made.answer()));
      }
      Pauses.pause(PAUSE);
    }
  }

  Asked asked(
      Kind kind,
      String session,
      String method,
      String path,
      @Nullable String key,
      Map<String, Object> about) {
    return new Asked(kind, number, session, method, path, key, about);
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  ShopSession session(int number) {
    return Objects.requireNonNull(sessions.get(number));
  }

  /** How many sessions are in use at a time. */
  int sessions() {
    return sessions.size();
  }

  /** The item that only this client edits and nobody orders, by client. */
  Map<Integer, MenuItem> edited() {
    return edited;
  }

  /** Requests for advice that have not been seen to end. */
  Set<String> consultations() {
    return consultations;
  }

  /** What somebody of this shop saw last at a table where something was open. */
  Map<Integer, Call> looks() {
    return looks;
  }

  Passwords passwords() {
    return passwords;
  }

  /** Sessions that have been ended. */
  List<ShopSession> ended() {
    return ended;
  }

  Caller caller() {
    return caller;
  }

  public int number() {
    return number;
  }

  public String marker() {
    return marker;
  }

  public ShopDays days() {
    return days;
  }

  long storeId() {
    return storeId;
  }

  long category() {
    return category;
  }

  public List<MenuItem> menu() {
    return List.copyOf(menu);
  }

  List<Long> sales() {
    return sales;
  }

  private String username() {
    return marker.toLowerCase(Locale.ROOT);
  }

  /** As typed; no other shop has it. */
  public String phone() {
    return "010-%04d-%04d".formatted(2000 + number, 1000 + number);
  }

  /** Pieces by item id. */
  Map<Long, Long> pieces(List<Line> lines) {
    Map<Long, Long> pieces = new TreeMap<>();
    lines.forEach(
        line -> pieces.merge(menu.get(line.item()).id(), (long) line.quantity(), Long::sum));
    return pieces;
  }

  /** The same as a request's {@code carts}. */
  List<Map<String, Object>> carts(List<Line> lines) {
    List<Map<String, Object>> carts = new ArrayList<>();
    for (Line line : lines) {
      carts.add(Map.of("item_id", menu.get(line.item()).id(), "quantity", line.quantity()));
    }
    return carts;
  }
}
