package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is recorded of a store's life tells nothing of the people in it. */
@ServiceTest
class PersonalDataIT {

  private static final Map<String, String> CHANGES =
      Map.of(
          "owner_name", "박새주인",
          "phone", "010-8765-4321",
          "store_name", "새 이름의 집",
          "address", "부산시 해운대구 우동 17");

  private final RestTestClient client;
  private final JdbcClient jdbc;
  private final Till till;

  PersonalDataIT(RestTestClient client, JdbcClient jdbc) {
    this.client = client;
    this.jdbc = jdbc;
    this.till = Till.somewhere(client);
  }

  @Test
  void keepsPeopleAndTheirAddressesOutOfAuditAndFailedLogins() {
    String username = Till.newUsername();
    Till owner = till.signedUp(username);
    long id = owner.storeId();
    till.logIn(username, "a wrong password").is(400);
    till.logIn("nobody-" + username, "a wrong password").is(400);
    till.logIn(username, Till.PASSWORD).is(200);
    owner.post("/stores/pwcheck", Map.of("password", "a wrong password")).is(200);
    owner.put("/stores/" + id, CHANGES).is(200);
    owner.confirmed().put("/stores/" + id, Map.of("password", "a quite different one")).is(200);
    owner.put("/stores/settings", Map.of("language", "en")).is(200);
    owner.post("/stores/logout", null).is(200);

    List<String> records = records();

    assertThat(records).anyMatch(record -> record.contains("profile.changed"));
    assertThat(records)
        .as("which fields were changed, not to what")
        .anyMatch(record -> record.contains("owner_name") && record.contains("address"));
    for (String personal :
        List.of(
            till.address(),
            username,
            "김사장",
            "12345678",
            "1234-5678",
            "피자 나라",
            "세종대로",
            "박새주인",
            "87654321",
            "8765-4321",
            "새 이름",
            "해운대")) {
      assertThat(records).noneMatch(record -> record.contains(personal));
    }
  }

  @Test
  void showsWhatCameFromOneAddressButNotFromWhich() {
    String username = Till.newUsername();
    Till elsewhere = Till.somewhere(client);
    long id = till.signedUp(username).storeId();
    long other = till.signedUp().storeId();
    till.logIn(username, Till.PASSWORD).is(200);
    elsewhere.logIn(username, Till.PASSWORD).is(200);

    List<String> hashes = addressHashes(id);
    assertThat(hashes).hasSize(3).allMatch(hash -> hash.matches("[0-9a-f]{16}"));
    assertThat(hashes.get(1)).as("the same address").isEqualTo(hashes.get(0));
    assertThat(hashes.get(2)).as("another address").isNotEqualTo(hashes.get(0));
    assertThat(addressHashes(other)).as("another store's key").doesNotContain(hashes.get(0));
  }

  @Test
  void keepsFailedLoginsInATableOfTheirOwn() {
    String username = Till.newUsername();
    Till owner = till.signedUp(username);
    long id = owner.storeId();
    till.logIn(username, "a wrong password").is(400);
    owner.post("/stores/pwcheck", Map.of("password", "a wrong password")).is(200);

    assertThat(
            jdbc.sql(
                    """
                    select attempt || ' ' || (address_hash = ?) || ' ' || (request_id is not null)
                    from failed_logins where store_id = ? order by at
                    """)
                .params(addressHashes(id).getFirst(), id)
                .query(String.class)
                .list())
        .containsExactly("LOGIN true true", "PASSWORD_CHECK true true");
    assertThat(new AuditRecords(jdbc).actions(id)).containsExactly("store.registered");
  }

  private List<String> records() {
    return PostgresServer.get()
        .adminClient("store")
        .sql(
            """
            select audit_log::text from audit_log
            union all
            select failed_logins::text from failed_logins
            """)
        .query(String.class)
        .list();
  }

  private List<String> addressHashes(long storeId) {
    return jdbc.sql(
            """
            select details ->> 'address' from audit_log
            where store_id = ? and details ->> 'address' is not null
            order by at, id
            """)
        .param(storeId)
        .query(String.class)
        .list();
  }
}
