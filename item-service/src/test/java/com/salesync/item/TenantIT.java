package com.salesync.item;

import static com.salesync.common.test.Endpoint.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import com.salesync.common.test.Endpoint;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TenantContract;
import com.salesync.common.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServiceTest
class TenantIT extends TenantContract {

  private final RestTestClient client;
  private final Map<Long, String> menus = new ConcurrentHashMap<>();

  TenantIT(
      RestTestClient client,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    super(client, mappings);
    this.client = client;
  }

  @Override
  protected List<Endpoint> storeEndpoints(long owner) {
    Shop shop = shop(owner);
    long category = shop.addCategory("피자");
    long item = shop.addItem(category, "콤비네이션", 20_000);
    shop.setCost(item, 7_000);
    menus.put(owner, menu(owner));
    String oneCost = "{\"items\":[{\"item_id\":%d,\"cost\":1}]}".formatted(item);
    return List.of(
        of(GET, "/categories", "/categories/", null, 200),
        of(POST, "/categories", "/categories/", "{\"name\":\"음료\"}", 201),
        of(PUT, "/categories/{id}", "/categories/" + category, "{\"name\":\"파스타\"}", 404),
        of(DELETE, "/categories/{id}", "/categories/" + category, null, 404),
        of(GET, "/categories/items", "/categories/items", null, 200),
        of(
            POST,
            "/categories/{id}/items",
            "/categories/" + category + "/items",
            "{\"name\":\"치즈\",\"price\":1}",
            404),
        of(GET, "/categories/items/{itemId}", "/categories/items/" + item, null, 404),
        of(
            PUT,
            "/categories/items/{itemId}",
            "/categories/items/" + item,
            "{\"name\":\"치즈\",\"price\":1}",
            404),
        of(DELETE, "/categories/items/{itemId}", "/categories/items/" + item, null, 404),
        of(GET, "/categories/items/costs", "/categories/items/costs", null, 200),
        of(POST, "/categories/items/costs", "/categories/items/costs", oneCost, 404),
        of(
            PUT,
            "/categories/items/costs/{itemId}",
            "/categories/items/costs/" + item,
            "{\"cost\":1}",
            404));
  }

  @Override
  protected List<Endpoint> internalEndpoints(long owner) {
    return List.of(
        of(POST, "/internal/items/lookup", "/internal/items/lookup", "{\"item_ids\":[1]}", 403),
        of(
            GET,
            "/internal/items/costs",
            "/internal/items/costs?start=2026-01-01&end=2026-01-31",
            null,
            403));
  }

  @Override
  protected void assertUntouched(long owner) {
    assertThat(menu(owner)).isEqualTo(menus.get(owner)).contains("콤비네이션", "7000");
  }

  private String menu(long owner) {
    return Shop.text(shop(owner).get("/categories/items"), 200);
  }

  private Shop shop(long id) {
    return Shop.withToken(client, id, () -> TestTokens.bearer(id));
  }
}
