package com.salesync.benchmarks;

import com.salesync.benchmarks.client.GatewayClient;
import com.salesync.benchmarks.client.UnexpectedAnswer;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** All scenarios one after the other, and the ratios between them. */
final class Suite {

  private static final int DAYS_BEFORE_TODAY = 365;

  private final GatewayClient anonymous;
  private final int clients;
  private final int shopCount;
  private final Optional<String> historyToken;
  private final PrintStream progress;
  private final Load load;
  private final List<Result> results = new ArrayList<>();

  /**
   * Prepares a run.
   *
   * @param clients how many call at once
   * @param shops how many shops the clients are spread over
   * @param historyToken of a shop with many orders, if its report is to be compared
   */
  Suite(
      URI gateway,
      int clients,
      int shops,
      Optional<String> historyToken,
      Load load,
      PrintStream progress) {
    this.anonymous = GatewayClient.at(gateway);
    this.clients = clients;
    this.shopCount = shops;
    this.historyToken = historyToken;
    this.load = load;
    this.progress = progress;
  }

  Report run() {
    List<MeasuredShop> shops = openShops();
    IntConsumer menu = client -> shopOf(client, shops).client().get("/categories/items");
    IntConsumer visit = client -> shopOf(client, shops).visit(1 + client / shops.size());

    Result menuAlone = measure("menu", 1, menu);
    Result menus = measure("menu", clients, menu);
    Result openOrders =
        measure(
            "open orders",
            clients,
            client -> shopOf(client, shops).client().get("/orders/unpaids"));
    Result revenue =
        measure(
            "revenue of the day",
            clients,
            client ->
                shopOf(client, shops).client().get("/sales/daily?date=" + MeasuredShop.today()));
    Result newYear = measureYear("year report, new shop", shops.getFirst().client());
    Optional<Result> fullYear =
        historyToken.map(
            token -> measureYear("year report, full shop", anonymous.withToken(token)));
    Result visitAlone = measure("visit", 1, visit);
    Result visits = measure("visit", clients, visit);
    Result login = measure("login", 1, client -> shopOf(client, shops).logIn());

    List<Ratio> ratios =
        Stream.concat(
                Stream.of(
                    Ratio.ofTime(openOrders, menus),
                    Ratio.ofTime(revenue, menus),
                    Ratio.ofTime(visits, menus),
                    Ratio.ofTime(newYear, menus),
                    Ratio.ofTime(login, menuAlone),
                    Ratio.ofThroughput(menus, menuAlone),
                    Ratio.ofThroughput(visits, visitAlone)),
                fullYear.stream().map(full -> Ratio.ofTime(full, newYear)))
            .toList();
    List<String> disagreements =
        shops.stream().flatMap(shop -> shop.disagreements().stream()).toList();
    return new Report(results, ratios, disagreements);
  }

  private List<MeasuredShop> openShops() {
    progress.printf("Opening %d shops ...%n", shopCount);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return Stream.generate(
              () -> CompletableFuture.supplyAsync(() -> new MeasuredShop(anonymous), threads))
          .limit(shopCount)
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UnexpectedAnswer answer) {
        throw answer;
      }
      throw e;
    }
  }

  private static MeasuredShop shopOf(int client, List<MeasuredShop> shops) {
    return shops.get(client % shops.size());
  }

  private Result measureYear(String name, GatewayClient client) {
    return measure(
        name,
        clients,
        caller ->
            client.get(
                "/bff/volumes?start=%s&end=%s"
                    .formatted(
                        MeasuredShop.today().minusDays(DAYS_BEFORE_TODAY), MeasuredShop.today())));
  }

  private Result measure(String name, int callers, IntConsumer call) {
    progress.printf(
        "Measuring %s with %d %s ...%n", name, callers, callers == 1 ? "client" : "clients");
    Result result = load.measure(new Scenario(name, callers, call));
    results.add(result);
    return result;
  }
}
