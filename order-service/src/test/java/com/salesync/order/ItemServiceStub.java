package com.salesync.order;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.http.HttpHeader.httpHeader;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** item-service as order-service meets it: the lookup of living items of the store that asks. */
final class ItemServiceStub {

  private static final ItemServiceStub INSTANCE = new ItemServiceStub();
  private static final String LOOKUP = "/internal/items/lookup";
  private static final JsonMapper JSON = new JsonMapper();

  private final AtomicLong ids = new AtomicLong(1000);
  private final Map<Long, Map<Long, Map<String, Object>>> menus = new ConcurrentHashMap<>();
  private final int port;
  private WireMockServer server;

  private ItemServiceStub() {
    server = new WireMockServer(options().dynamicPort().extensions(new Menus()));
    server.start();
    port = server.port();
    answerAgain();
  }

  static ItemServiceStub get() {
    return INSTANCE;
  }

  /** Puts an item on a store's menu. */
  long offer(long store, String name, long price) {
    long id = ids.incrementAndGet();
    reprice(store, id, name, price);
    return id;
  }

  void reprice(long store, long item, String name, long price) {
    menus
        .computeIfAbsent(store, unknown -> new ConcurrentHashMap<>())
        .put(item, Map.of("item_id", item, "name", name, "price", price));
  }

  void remove(long store, long item) {
    menus.getOrDefault(store, Map.of()).remove(item);
  }

  /** Answers every call like this until {@link #answerAgain}. */
  void failWith(ResponseDefinitionBuilder response) {
    server.stubFor(any(anyUrl()).atPriority(1).willReturn(response));
  }

  void answerAgain() {
    server.resetMappings();
    server.stubFor(
        post(urlEqualTo(LOOKUP)).atPriority(5).willReturn(aResponse().withTransformers("menus")));
  }

  void goDown() {
    server.stop();
  }

  /** Back on the port the service knows. */
  void comeBack() {
    server = new WireMockServer(options().port(port).extensions(new Menus()));
    server.start();
    answerAgain();
  }

  int callsDuring(Runnable work) {
    server.resetRequests();
    work.run();
    return server.countRequestsMatching(postRequestedFor(urlEqualTo(LOOKUP)).build()).getCount();
  }

  private final class Menus implements ResponseTransformerV2 {

    @Override
    public Response transform(Response response, ServeEvent event) {
      Map<Long, Map<String, Object>> menu =
          menus.getOrDefault(store(event.getRequest().getHeader("Authorization")), Map.of());
      JsonNode wanted = JSON.readTree(event.getRequest().getBodyAsString()).get("item_ids");
      List<Map<String, Object>> found =
          StreamSupport.stream(wanted.spliterator(), false)
              .map(JsonNode::asLong)
              .filter(menu::containsKey)
              .map(menu::get)
              .toList();
      return Response.Builder.like(response)
          .but()
          .headers(new HttpHeaders(httpHeader("Content-Type", "application/json")))
          .body(JSON.writeValueAsString(Map.of("items", found)))
          .build();
    }

    private long store(String authorization) {
      String claims = authorization.substring("Bearer ".length()).split("\\.")[1];
      JsonNode token =
          JSON.readTree(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
      if (!token.get("iss").asString().equals("order-service")) {
        throw new IllegalArgumentException("Only services may look items up");
      }
      return Long.parseLong(token.get("sub").asString());
    }

    @Override
    public String getName() {
      return "menus";
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }
  }

  /** Tells the service where the stub is. */
  static final class Wiring
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of("ITEM_BASE_URL=" + "http://localhost:" + INSTANCE.port)
          .applyTo(context);
    }
  }
}
