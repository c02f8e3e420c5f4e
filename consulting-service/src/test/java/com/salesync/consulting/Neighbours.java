package com.salesync.consulting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.salesync.common.test.StoreServiceStub;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The other services and the model, as far as consulting talks to them. */
public final class Neighbours
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final WireMockServer DASHBOARD = started();
  static final WireMockServer STORES = started();
  static final WireMockServer MODEL = started();

  static final String FIGURES = "/internal/figures";
  static final String SOLD = "/internal/figures/sold";
  static final String ANSWER = "/dashboard/consulting/[0-9a-f-]{36}";

  /** Two pizzas, sold at a profit. */
  private static final String TWO_PIZZAS =
      """
      {"start":"2026-03-01","end":"2026-03-03","revenue":40000,"profit":26000,
       "items":[{"item_id":1,"name":"피자","quantity":2,"revenue":40000,"profit":26000,
                 "cost_known":true}],
       "weekdays":[{"weekday":"MONDAY","days":1,"revenue":40000}]}
      """;

  /** A period in which nothing was sold. */
  static final String NOTHING =
      """
      {"start":"2026-03-01","end":"2026-03-03","revenue":0,"profit":0,"items":[],"weekdays":[]}
      """;

  private static WireMockServer started() {
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .containerThreads(80)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(40)
                .maxRequestJournalEntries(3000));
    server.start();
    return server;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    reset();
    TestPropertyValues.of(
            Map.ofEntries(
                Map.entry("DASHBOARD_BASE_URL", DASHBOARD.baseUrl()),
                Map.entry("spring.http.serviceclient.store.base-url", STORES.baseUrl()),
                Map.entry("spring.http.clients.read-timeout", "10s"),
                Map.entry("salesync.consulting.model.base-url", MODEL.baseUrl() + "/v1"),
                Map.entry("salesync.consulting.model.api-key", "sk-test"),
                Map.entry("salesync.consulting.model.timeout", "2s"),
                Map.entry("salesync.consulting.jobs.in-flight", "8"),
                Map.entry("salesync.consulting.jobs.daily-cap", "20"),
                Map.entry("salesync.consulting.jobs.first-retry", "50ms"),
                Map.entry("salesync.consulting.jobs.polling-interval", "50ms"),
                Map.entry("db-scheduler.polling-interval", "50ms"),
                Map.entry("salesync.consulting.jobs.heartbeat", "1s"),
                Map.entry("salesync.consulting.jobs.metrics-interval", "300ms"),
                Map.entry("salesync.consulting.jobs.overdue-interval", "300ms"),
                Map.entry("salesync.invariants.interval", "1h"),
                Map.entry("salesync.consulting.topic.replicas", "1")))
        .applyTo(context);
  }

  /** A shop that sold two pizzas at a profit, and a model that answers at once. */
  static void reset() {
    DASHBOARD.resetAll();
    STORES.resetAll();
    MODEL.resetAll();
    STORES.stubFor(
        any(anyUrl())
            .atPriority(10)
            .willReturn(
                ResponseDefinitionBuilder.responseDefinition()
                    .proxiedFrom(StoreServiceStub.get().url())));
    store("동네피자", "ko");
    dashboardAnswers(SOLD, "{\"sold\":true}");
    dashboardAnswers(FIGURES, TWO_PIZZAS);
    DASHBOARD.stubFor(
        get(urlPathEqualTo(FIGURES))
            .withQueryParam("end", equalTo("2026-03-02"))
            .willReturn(okJson(TWO_PIZZAS.replace("2026-03-03", "2026-03-02"))));
    dashboardHasAnswers();
    modelAnswers("피자를 더 파세요.");
  }

  /** As if whatever was published had arrived at once. */
  static void dashboardHasAnswers() {
    DASHBOARD.stubFor(
        get(urlPathMatching(ANSWER))
            .willReturn(okJson("{\"result\":\"success\",\"consulting\":\"\"}")));
  }

  static void store(String name, String language) {
    STORES.stubFor(
        get(urlPathEqualTo("/internal/stores/self"))
            .willReturn(
                okJson(
                    "{\"store_id\":1,\"store_name\":\"%s\",\"language\":\"%s\"}"
                        .formatted(name, language))));
  }

  static void dashboardAnswers(String path, String json) {
    DASHBOARD.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
  }

  /** Long enough for a crowd to gather behind the first who asks. */
  static void dashboardIsSlowToSayThatSomethingWasSold() {
    DASHBOARD.stubFor(
        get(urlPathEqualTo(SOLD)).willReturn(okJson("{\"sold\":true}").withFixedDelay(300)));
  }

  static void modelAnswers(String text) {
    MODEL.stubFor(any(anyUrl()).willReturn(completion(text)));
  }

  static ResponseDefinitionBuilder completion(String text) {
    return okJson(choice("\"content\":" + JsonMapper.shared().writeValueAsString(text)));
  }

  /** A completion whose message has these members. */
  static String choice(String message) {
    return """
    {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
     "finish_reason":"stop","logprobs":null,"message":{"role":"assistant","refusal":null,%s}}],
     "usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}
    """
        .formatted(message)
        .replace(message.contains("\"refusal\"") ? "\"refusal\":null," : "\0", "");
  }

  static ResponseDefinitionBuilder status(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody("{\"error\":{\"message\":\"no\",\"type\":\"x\",\"param\":null,\"code\":null}}");
  }
}
