package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.salesync.dashboard.Neighbours.sold;
import static com.salesync.dashboard.Neighbours.store;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.Till;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A shop with sales on a day, and an owner with a phone. */
abstract class SettlementScenario {

  protected static final String DAY = "2026-03-01";
  protected static final String SETTLE = "{\"date\":\"" + DAY + "\"}";

  protected final Till till;

  /** May do what the service may not. */
  protected final JdbcClient jdbc = PostgresServer.get().adminClient("dashboard");

  protected final MeterRegistry metrics;
  protected final String phone =
      "+8210" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);

  SettlementScenario(RestTestClient client, MeterRegistry metrics) {
    this.till = Till.of(client);
    this.metrics = metrics;
  }

  @BeforeEach
  void openShop() {
    Neighbours.reset();
    store("동네피자", phone, "ko");
    sold(DAY, 45, 1_234_000);
  }

  protected List<String> states() {
    return jdbc.sql("select sms from settlements where store_id = ? order by requested_at, id")
        .param(till.storeId())
        .query(String.class)
        .list();
  }

  /** The owner's SMS that are still to be sent or looked after. */
  protected long unfinished() {
    return jdbc.sql("select count(*) from settlements where store_id = ? and send_at is not null")
        .param(till.storeId())
        .query(Long.class)
        .single();
  }

  /** What would be tried again in some seconds is tried now. */
  protected void soonDue() {
    jdbc.sql(
            """
            update settlements set send_at = now() where store_id = ? and send_at is not null
            """)
        .param(till.storeId())
        .update();
  }

  protected double gauge(String name) {
    return metrics.get(name).gauge().value();
  }

  protected static ResponseDefinitionBuilder sending() {
    return aResponse()
        .withHeader("Content-Type", "text/xml")
        .withBody(
            "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult>"
                + "</PublishResponse>");
  }

  static {
    org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(15));
  }
}
