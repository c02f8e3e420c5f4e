package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import com.nimbusds.jose.jwk.JWK;
import com.salesync.common.test.Endpoint;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.StoreServiceStub;
import com.salesync.common.test.TenantContract;
import com.salesync.common.test.TestTokens;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The tenant table. This service trusts the keys in its own schema only, so the key of {@link
 * TestTokens} is published there, and the session the stub calls ended is ended there.
 */
@ServiceTest
class TenantIT extends TenantContract {

  private final JdbcClient jdbc;

  TenantIT(RestTestClient client, RequestMappingHandlerMapping mappings, JdbcClient jdbc) {
    super(client, mappings);
    this.jdbc = jdbc;
    publishTestKey();
    awaitTestKey(client);
  }

  @Override
  protected List<Endpoint> storeEndpoints(long owner) {
    registerStore(owner);
    endTestSession(owner);
    String own = "/stores/" + owner;
    return List.of(
        Endpoint.of(GET, "/stores", "/stores", null, 404),
        Endpoint.of(PUT, "/stores/{store_id}", own, "{\"address\":\"changed\"}", 404),
        Endpoint.of(DELETE, "/stores/{store_id}", own, null, 404),
        Endpoint.of(POST, "/stores/pwcheck", "/stores/pwcheck", "{\"password\":\"x\"}", 404),
        // Ends the stranger's own session, which is none of ours.
        Endpoint.of(POST, "/stores/logout", "/stores/logout", null, 200),
        Endpoint.of(GET, "/stores/settings", "/stores/settings", null, 404),
        Endpoint.of(PUT, "/stores/settings", "/stores/settings", "{\"language\":\"en\"}", 404));
  }

  @Override
  protected List<Endpoint> internalEndpoints(long owner) {
    return List.of(
        Endpoint.of(GET, "/internal/stores/self", "/internal/stores/self", null, 404),
        Endpoint.of(
            GET,
            "/internal/sessions/revoked",
            "/internal/sessions/revoked?since=2026-01-01T00:00:00Z",
            null,
            200));
  }

  @Override
  protected List<Endpoint> operatorEndpoints() {
    return List.of(
        Endpoint.of(GET, "/stores/all", "/stores/all", null, 200),
        Endpoint.of(POST, "/stores/keys/rotate", "/stores/keys/rotate", null, 200));
  }

  @Override
  protected Set<String> publicEndpoints() {
    return Set.of(
        "POST /stores", "POST /stores/login", "GET /stores/check", "GET /.well-known/jwks.json");
  }

  @Override
  protected void assertUntouched(long owner) {
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from stores
                    where id = ? and address = 'untouched' and language = 'KO' and closed_at is null
                    """)
                .param(owner)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  /** It never signs here: a newer key always does. */
  private void publishTestKey() {
    JWK key = TestTokens.publicKeys().getKeys().getFirst();
    jdbc.sql(
            """
            insert into signing_keys
              (kid, generation, public_key, sealed_private_key, created_at, signs_from)
            values (?, 0, ?, 'none', '2020-01-01Z', '2020-01-01Z')
            on conflict do nothing
            """)
        .params(key.getKeyID(), key.toJSONString())
        .update();
  }

  /** The service looks for new keys once a second. */
  private static void awaitTestKey(RestTestClient client) {
    String token = TestTokens.bearer(TestTokens.newStore());
    await()
        .until(
            () ->
                client
                    .get()
                    .uri("/stores")
                    .header("Authorization", token)
                    .exchange()
                    .returnResult(Void.class)
                    .getStatus(),
            status -> status.value() == 404);
  }

  private void registerStore(long id) {
    jdbc.sql(
            """
            insert into stores (id, username, username_key, password_hash, owner_name, phone,
              store_name, address, store_type, time_zone, day_start, language, registered_at)
            values (?, ?, ?, 'none', 'o', '+821012345678', 's', 'untouched', 't', 'Asia/Seoul',
              '00:00', 'KO', now())
            on conflict do nothing
            """)
        .params(id, "tenant-" + id, "tenant-" + id)
        .update();
  }

  private void endTestSession(long store) {
    jdbc.sql(
            """
            insert into sessions (id, store_id, kid, opened_at, expires_at, ended_at, ended_by)
            values (?::uuid, ?, ?, now(), now() + interval '1 day', now(), 'test')
            on conflict do nothing
            """)
        .params(
            StoreServiceStub.get().revokedSession(),
            store,
            TestTokens.publicKeys().getKeys().getFirst().getKeyID())
        .update();
  }
}
