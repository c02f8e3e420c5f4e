package com.salesync.benchmarks;

import java.io.PrintStream;
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

  private final Till anybody;
  private final Arguments arguments;
  private final PrintStream progress;
  private final Load load;
  private final List<Result> results = new ArrayList<>();

  Suite(Arguments arguments, PrintStream progress) {
    this.anybody = Till.at(arguments.url());
    this.arguments = arguments;
    this.progress = progress;
    this.load = new Load(arguments.time(), arguments.launcher());
  }

  Report run() {
    List<Shop> shops = openShops();
    int all = arguments.clients();
    IntConsumer menu = client -> shopOf(client, shops).till().get("/categories/items");
    IntConsumer visit = client -> shopOf(client, shops).visit(1 + client / shops.size());

    Result menuAlone = measure("menu", 1, menu);
    Result menus = measure("menu", all, menu);
    Result openTabs =
        measure("open tabs", all, client -> shopOf(client, shops).till().get("/orders/unpaids"));
    Result revenue =
        measure(
            "revenue of the day",
            all,
            client -> shopOf(client, shops).till().get("/sales/daily?date=" + Shop.today()));
    Result newYear = measureYear("year report, new shop", shops.getFirst().till());
    Optional<Result> fullYear =
        arguments
            .historyToken()
            .map(token -> measureYear("year report, full shop", anybody.with(token)));
    Result visitAlone = measure("visit", 1, visit);
    Result visits = measure("visit", all, visit);
    Result login = measure("login", 1, client -> shopOf(client, shops).logIn());

    List<Ratio> ratios =
        Stream.concat(
                Stream.of(
                    Ratio.ofTime(openTabs, menus),
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

  private List<Shop> openShops() {
    progress.printf("Opening %d shops ...%n", arguments.shops());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return Stream.generate(() -> CompletableFuture.supplyAsync(this::openShop, threads))
          .limit(arguments.shops())
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

  private Shop openShop() {
    return Shop.open(anybody);
  }

  private static Shop shopOf(int client, List<Shop> shops) {
    return shops.get(client % shops.size());
  }

  private Result measureYear(String name, Till till) {
    return measure(
        name,
        arguments.clients(),
        client ->
            till.get(
                "/bff/volumes?start=%s&end=%s"
                    .formatted(Shop.today().minusDays(DAYS_BEFORE_TODAY), Shop.today())));
  }

  private Result measure(String name, int clients, IntConsumer call) {
    progress.printf(
        "Measuring %s with %d %s ...%n", name, clients, clients == 1 ? "client" : "clients");
    Result result = load.of(new Scenario(name, clients, call));
    results.add(result);
    return result;
  }
}
