package com.salesync.order;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What item-service says when, and what it costs to ask it. */
@OrderServiceTest
@TestPropertySource(
    properties = {
      "spring.http.clients.connect-timeout=500ms",
      "spring.http.clients.read-timeout=2s"
    })
class PricesIT {

  private final ItemServiceStub items = ItemServiceStub.get();
  private final Shop shop;
  private final long pizza;
  private final long cola;

  PricesIT(RestTestClient client) {
    shop = new Shop(client);
    pizza = shop.offer("Pizza", 20_000);
    cola = shop.offer("Cola", 3_000);
  }

  @AfterEach
  void answerAgain() {
    items.answerAgain();
  }

  @Test
  void oneCallPricesAllLines() {
    assertThat(items.callsDuring(() -> shop.post(Shop.order(1, pizza, 1)))).isEqualTo(1);
    assertThat(items.callsDuring(() -> shop.post(Shop.order(1, pizza, 1, cola, 2)))).isEqualTo(1);
    assertThat(items.callsDuring(() -> shop.put(Shop.order(2, pizza, 1, cola, 2)))).isEqualTo(1);
  }

  @Test
  void nothingIsAskedForWhatIsAlreadyPriced() {
    shop.post(Shop.order(1, pizza, 1, cola, 1));
    assertThat(items.callsDuring(() -> shop.put(Shop.order(1, pizza, 5)))).isZero();
    assertThat(items.callsDuring(() -> shop.put(Shop.order(1)))).isZero();
    assertThat(items.callsDuring(() -> shop.post(Shop.order(1)))).isZero();
    assertThat(items.callsDuring(() -> shop.get("/orders/unpaids"))).isZero();
  }

  @Test
  void aRepeatDoesNotDependOnTheMenu() {
    Answer keyed = shop.post(Shop.order(1, pizza, 1), "Idempotency-Key", "k");
    Answer unkeyed = shop.post(Shop.order(2, pizza, 1));
    items.remove(shop.id, pizza);
    assertThat(shop.post(Shop.order(1, pizza, 1), "Idempotency-Key", "k").body())
        .isEqualTo(keyed.body());
    assertThat(shop.post(Shop.order(2, pizza, 1)).body()).isEqualTo(unkeyed.body());
  }

  @Test
  void aLaterPriceChangesNoLine() {
    shop.post(Shop.order(1, pizza, 1));
    shop.reprice(pizza, "Pizza deluxe", 25_000);

    assertThat(shop.put(Shop.order(1, pizza, 3)).status()).isEqualTo(200);
    assertThat(shop.unpaid(1).number("/total_price")).isEqualTo(60_000);
    assertThat(shop.linesOf(1)).isEqualTo("Pizza x 3");

    shop.post(Shop.order(1, pizza, 1));
    assertThat(shop.linesOf(1)).isEqualTo("Pizza x 3, Pizza deluxe x 1");
    assertThat(shop.unpaid(1).number("/total_price")).isEqualTo(85_000);

    shop.put(Shop.order(1, pizza, 4, cola, 1));
    assertThat(shop.unpaid(1).number("/total_price")).isEqualTo(88_000);
    Database.assertConsistent();
  }

  @Test
  void aDeletedItemStaysOnTheOrderAndInTheVolumes() {
    shop.post(Shop.order(1, pizza, 1, cola, 1));
    items.remove(shop.id, pizza);
    shop.put(Shop.order(1, pizza, 2, cola, 2)).isSuccess("주문 수정 성공");
    shop.post(Shop.order(1, pizza, 1)).isProblem(400, "ITEM_NOT_FOUND");
    shop.pay(1, 1, 46_000, "2026-03-01").hasStatus(200);
    items.remove(shop.id, cola);
    shop.reprice(cola, "Cola", 9_999);
    assertThat(shop.volumes("2026-03-01", "2026-03-01").at("/volumes"))
        .hasToString(
            "[{\"business_day\":\"2026-03-01\",\"item_id\":%d,\"name\":\"Pizza\",\"quantity\":2,\"revenue\":40000},{\"business_day\":\"2026-03-01\",\"item_id\":%d,\"name\":\"Cola\",\"quantity\":2,\"revenue\":6000}]"
                .formatted(pizza, cola));
  }

  @Test
  void aDownItemServiceIsA503AndComesBackByItself() {
    shop.post(Shop.order(1, pizza, 1));
    items.goDown();
    try {
      assertUnavailable(() -> shop.post(Shop.order(1, cola, 1)));
      assertUnavailable(() -> shop.put(Shop.order(1, cola, 1)));
      assertUnavailable(() -> shop.put(Shop.order(2, cola, 1)));
      assertThat(shop.get("/orders/unpaids").hasStatus(200).text("/orders/0/carts/0/item_name"))
          .isEqualTo("Pizza");
      assertThat(shop.unpaid(1).number("/total_price")).isEqualTo(20_000);
      shop.put(Shop.order(1, pizza, 2)).isSuccess("주문 수정 성공");
      shop.pay(1, 1, 40_000, "2026-03-01").hasStatus(200);
    } finally {
      items.comeBack();
    }
    assertThat(shop.unpaid(2).at("/carts").size()).isZero();
    shop.post(Shop.order(1, cola, 1)).isSuccess("주문 생성 성공");
    Database.assertConsistent();
  }

  static Stream<ResponseDefinitionBuilder> outages() {
    return Stream.of(
        status(500),
        status(503),
        status(429),
        status(401),
        status(404),
        okJson("{\"items\":").withHeader("X-Case", "cut short"),
        okJson("[]").withHeader("X-Case", "another shape"),
        ok("<html>maintenance</html>").withHeader("Content-Type", "text/html"),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
        okJson("{\"items\":[]}").withFixedDelay(10_000),
        okJson("{\"items\":[]}").withChunkedDribbleDelay(10, 10_000));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void everyKindOfOutageIsA503InUnderThreeSeconds(ResponseDefinitionBuilder outage) {
    items.failWith(outage);
    assertUnavailable(() -> shop.post(Shop.order(1, pizza, 1)));
    assertThat(shop.unpaid(1).at("/carts").size()).isZero();
  }

  private static void assertUnavailable(java.util.function.Supplier<Answer> call) {
    Instant start = Instant.now();
    Answer answer = call.get().isProblem(503, "NEIGHBOUR_UNAVAILABLE");
    assertThat(answer.headers().getFirst("Retry-After")).isNotNull();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
  }
}
