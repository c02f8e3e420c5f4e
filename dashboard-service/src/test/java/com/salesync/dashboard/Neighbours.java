package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.salesync.common.test.StoreServiceStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The other services and SNS, as far as the dashboard talks to them. */
public final class Neighbours
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final WireMockServer SERVICES = started(0);
  static final WireMockServer STORES = started(0);

  /** On a port of its own choice, to which it returns after an outage. */
  static final WireMockServer SNS = started(freePort());

  private static WireMockServer started(int port) {
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .port(port)
                .containerThreads(40)
                .maxRequestJournalEntries(2000));
    server.start();
    return server;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    reset();
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    TestPropertyValues.of(
            Map.ofEntries(
                Map.entry("ITEM_BASE_URL", SERVICES.baseUrl()),
                Map.entry("ORDER_BASE_URL", SERVICES.baseUrl()),
                Map.entry("SALE_BASE_URL", SERVICES.baseUrl()),
                Map.entry("spring.http.serviceclient.store.base-url", STORES.baseUrl()),
                Map.entry("salesync.sms.endpoint", SNS.baseUrl()),
                Map.entry("salesync.sms.allowed-numbers", "010-1111-0000,+821011110001,*"),
                Map.entry("salesync.sms.daily-cap", "3"),
                Map.entry("salesync.sms.read-timeout", "600ms"),
                Map.entry("salesync.sms.first-retry", "300ms"),
                Map.entry("salesync.sms.metrics-interval", "300ms"),
                Map.entry("salesync.invariants.interval", "1h"),
                Map.entry("salesync.consulting.first-retry", "50ms"),
                Map.entry("salesync.consulting.longest-retry", "300ms"),
                Map.entry("db-scheduler.polling-interval", "200ms"),
                Map.entry("salesync.consulting.dead-letter-replicas", "1")))
        .applyTo(context);
  }

  /** No sales, no costs, any store that is asked for, and an SNS that sends. */
  static void reset() {
    SERVICES.resetAll();
    STORES.resetAll();
    SNS.resetAll();
    STORES.stubFor(
        any(anyUrl())
            .atPriority(10)
            .willReturn(
                ResponseDefinitionBuilder.responseDefinition()
                    .proxiedFrom(StoreServiceStub.get().url())));
    store("동네피자", "+821012345678", "ko");
    SERVICES.stubFor(
        get(urlPathEqualTo("/internal/volumes")).willReturn(okJson("{\"volumes\":[]}")));
    SERVICES.stubFor(
        get(urlPathEqualTo("/internal/items/costs")).willReturn(okJson("{\"items\":[]}")));
    SERVICES.stubFor(
        get(urlPathEqualTo("/internal/sales/daily-totals")).willReturn(okJson("{\"days\":[]}")));
    dayTotals("sales");
    dayTotals("orders");
    snsSends();
  }

  /** What store-service says of whichever store asks. */
  static void store(String name, String phone, String language) {
    STORES.stubFor(
        get(urlPathEqualTo("/internal/stores/self"))
            .willReturn(
                okJson(
                    """
                    {"store_id":1,"store_name":"%s","phone":"%s","language":"%s",
                     "time_zone":"Asia/Seoul","day_start":"00:00"}
                    """
                        .formatted(name, phone, language))));
  }

  /** What sale-service says a store sold on a day. */
  static void sold(String day, long sales, long total) {
    SERVICES.stubFor(
        get(urlPathEqualTo("/internal/sales/daily-totals"))
            .willReturn(
                okJson(
                    "{\"days\":[{\"business_day\":\"%s\",\"sales\":%d,\"total\":%d,\"pending\":0}]}"
                        .formatted(day, sales, total))));
  }

  /** What sale-service ({@code sales}) or order-service ({@code orders}) says of days. */
  static void dayTotals(String records, String... days) {
    SERVICES.stubFor(dayTotalsOf(records, days));
  }

  static MappingBuilder dayTotalsOf(String records, String... days) {
    return post(urlPathEqualTo("/internal/" + records + "/day-totals"))
        .willReturn(okJson("{\"days\":[" + String.join(",", days) + "]}"));
  }

  static String sales(long store, String day, long sales, long total, long pending, long checksum) {
    return """
    {"store_id":%d,"business_day":"%s","sales":%d,"total":%d,"pending":%d,"checksum":%d}\
    """
        .formatted(store, day, sales, total, pending, checksum);
  }

  static String orders(
      long store, String day, long orders, long total, long reported, long checksum) {
    return """
    {"store_id":%d,"business_day":"%s","orders":%d,"total":%d,"reported":%d,"checksum":%d}\
    """
        .formatted(store, day, orders, total, reported, checksum);
  }

  static void volumes(String... volumes) {
    SERVICES.stubFor(
        get(urlPathEqualTo("/internal/volumes"))
            .willReturn(okJson("{\"volumes\":[" + String.join(",", volumes) + "]}")));
  }

  static String volume(String day, long item, String name, long quantity, long revenue) {
    return """
    {"business_day":"%s","item_id":%d,"name":"%s","quantity":%d,"revenue":%d}\
    """
        .formatted(day, item, name, quantity, revenue);
  }

  static void costs(String... items) {
    SERVICES.stubFor(
        get(urlPathEqualTo("/internal/items/costs"))
            .willReturn(okJson("{\"items\":[" + String.join(",", items) + "]}")));
  }

  /** Cost entries alternate day and cost. */
  static String cost(long item, Object... entries) {
    StringBuilder costs = new StringBuilder();
    for (int i = 0; i < entries.length; i += 2) {
      costs
          .append(i == 0 ? "" : ",")
          .append("{\"effective_day\":\"%s\",\"cost\":%s}".formatted(entries[i], entries[i + 1]));
    }
    return "{\"item_id\":%d,\"name\":\"x\",\"costs\":[%s]}".formatted(item, costs);
  }

  static void snsSends() {
    SNS.stubFor(
        any(anyUrl())
            .willReturn(
                ResponseDefinitionBuilder.responseDefinition()
                    .withHeader("Content-Type", "text/xml")
                    .withBody(
                        "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">"
                            + "<PublishResult><MessageId>m-1</MessageId></PublishResult>"
                            + "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>"
                            + "</PublishResponse>")));
  }

  /** An SNS that answers an error of the query protocol. */
  static void snsRefuses(int status, String code) {
    SNS.stubFor(
        any(anyUrl())
            .willReturn(
                ResponseDefinitionBuilder.responseDefinition()
                    .withStatus(status)
                    .withHeader("Content-Type", "text/xml")
                    .withBody(
                        "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">"
                            + "<Error><Type>Sender</Type><Code>"
                            + code
                            + "</Code><Message>no</Message></Error>"
                            + "<RequestId>r</RequestId></ErrorResponse>")));
  }

  /** What was handed to SNS for a number, decoded. */
  static List<String> texts(String e164) {
    return SNS.getAllServeEvents().stream()
        .map(event -> form(event.getRequest().getBodyAsString()))
        .filter(form -> e164.equals(form.get("PhoneNumber")))
        .map(form -> form.getOrDefault("Message", ""))
        .toList();
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(
          parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
    }
    return form;
  }
}
