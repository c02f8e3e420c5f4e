package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Answer;
import com.salesync.localstack.part.Part;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One request, one trace, in the log of every service it reaches, by whatever way. */
class TracingIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  /** The phone number and password of {@link Shop}, and the beginning of any token. */
  private static final Pattern SECRET =
      Pattern.compile("10-?1234-?5678|" + Shop.PASSWORD + "|eyJ\\w{10}");

  private final Shop shop = Shop.open();
  private final long pizza = shop.item("피자", 20_000);
  private final String request = "trace-" + UUID.randomUUID();

  @Test
  void aPaymentIsOneTrace() {
    shop.order(1, pizza, 1);

    assertThat(shop.pay(1, 20_000, "X-Request-Id", request).status()).isEqualTo(201);

    assertTraced(traceAtTheGateway(), Part.GATEWAY, Part.SALE, Part.ORDER);
  }

  @Test
  void aRefusalNamesTheTraceThatItsLogLinesHave() {
    shop.order(1, pizza, 1);

    Answer refusal = shop.pay(1, 19_000, "X-Request-Id", request);

    assertThat(refusal.status()).isEqualTo(409);
    String trace = refusal.body().path("trace_id").asString();
    assertThat(trace).isEqualTo(traceAtTheGateway());
    assertTraced(trace, Part.GATEWAY, Part.SALE, Part.ORDER);
  }

  /** The task asks item- and store-service, and the dashboard hears of it by Kafka alone. */
  @Test
  void adviceIsOneTraceThroughTaskAndTopic() {
    shop.order(1, pizza, 1);
    assertThat(shop.pay(1, 20_000).status()).isEqualTo(201);

    shop.till.send(
        "GET",
        "/consulting/?start=" + Shop.today() + "&end=" + Shop.today(),
        null,
        "X-Request-Id",
        request);

    String trace = traceAtTheGateway();
    assertTraced(
        trace, Part.GATEWAY, Part.CONSULTING, Part.ORDER, Part.ITEM, Part.STORE, Part.DASHBOARD);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(new Log(Part.DASHBOARD).loggersIn(trace))
                    .anyMatch(logger -> logger.startsWith("org.springframework.kafka")));
  }

  @Test
  void aReportIsOneTraceOverSeveralThreads() {
    shop.till.send(
        "GET",
        "/bff/sales?start=" + Shop.today() + "&end=" + Shop.today(),
        null,
        "X-Request-Id",
        request);

    assertTraced(traceAtTheGateway(), Part.GATEWAY, Part.DASHBOARD, Part.ORDER, Part.ITEM);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"POSTGRES", "KAFKA"},
      mode = EnumSource.Mode.EXCLUDE)
  void aLineIsJsonAndTellsNoSecret(Part service) {
    List<String> lines = new Log(service).lines();

    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(line -> assertThatCode(() -> Log.read(line)).doesNotThrowAnyException());
    assertThat(lines.stream().filter(line -> SECRET.matcher(line).find())).isEmpty();
  }

  private String traceAtTheGateway() {
    await().atMost(SOON).until(() -> !new Log(Part.GATEWAY).traceOf(request).isEmpty());
    return new Log(Part.GATEWAY).traceOf(request);
  }

  private static void assertTraced(String trace, Part... services) {
    assertThat(trace).matches("[0-9a-f]{32}");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Stream.of(services).filter(in -> new Log(in).loggersIn(trace).isEmpty()))
                    .as("services without a line of trace %s", trace)
                    .isEmpty());
  }
}
