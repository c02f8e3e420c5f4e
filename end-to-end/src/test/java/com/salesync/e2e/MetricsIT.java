package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.localstack.part.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Keeps what each service exports after a day in a shop, for deploy-checks to hold rules and
 * dashboards against.
 */
class MetricsIT {

  private static final Path SCRAPES = Path.of("target", "scrapes");

  @BeforeAll
  static void useEverything() {
    Shop shop = Shop.open();
    shop.logIn();
    long pizza = shop.item("피자", 20_000);
    shop.order(1, pizza, 1);
    shop.pay(1, 20_000);
    shop.order(2, pizza, 1);
    shop.till.delete("/sales/" + shop.pay(2, 20_000).id("id"));
    String today = "start=" + Shop.today() + "&end=" + Shop.today();
    shop.till.get("/bff/sales?" + today);
    shop.till.get("/bff/costs");
    shop.till.get("/consulting/?" + today);
    shop.till.get("/dashboard/calculate?date=" + Shop.today());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"POSTGRES", "KAFKA"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyServiceIsScraped(Part service) throws IOException, InterruptedException {
    URI metrics = Stack.whole().parts().managementUrl(service).resolve("/actuator/prometheus");

    String scrape =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
            .body();

    assertThat(scrape).contains("http_server_requests_seconds_count", "jvm_memory_used_bytes");
    Files.createDirectories(SCRAPES);
    Files.writeString(SCRAPES.resolve(service.label() + ".prom"), scrape);
  }
}
