package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class SettingsIT {

  private final AuditRecords audit;
  private final Till till;

  SettingsIT(RestTestClient client, JdbcClient jdbc) {
    this.audit = new AuditRecords(jdbc);
    this.till = Till.somewhere(client);
  }

  @Test
  void takesSettingsIntoTheNextToken() {
    String username = Till.newUsername();
    Till owner = till.signedUp(username);
    assertThat(owner.get("/stores/settings").is(200).body())
        .hasToString("{\"time_zone\":\"Asia/Seoul\",\"day_start\":\"00:00\",\"language\":\"ko\"}");

    Answer changed =
        owner
            .put("/stores/settings/", Map.of("time_zone", "Asia/Tokyo", "day_start", "05:00"))
            .is(200);
    assertThat(changed.fields())
        .containsExactly("result", "message", "time_zone", "day_start", "language");
    owner.put("/stores/settings", Map.of("language", "en")).is(200);

    assertThat(owner.get("/stores/settings").body())
        .hasToString("{\"time_zone\":\"Asia/Tokyo\",\"day_start\":\"05:00\",\"language\":\"en\"}");
    String token = till.logIn(username, Till.PASSWORD).text("access_token");
    String claims = new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    assertThat(claims).contains("\"zone\":\"Asia/Tokyo\"", "\"day_start\":\"05:00\"");
    assertThat(audit.actions(owner.storeId())).contains("settings.changed");
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    Till owner = till.signedUp();
    Map<String, List<Object>> bad =
        Map.of(
            "time_zone", List.of("", "Mars/Olympus", "+09:00", 9),
            "day_start", List.of("", "24:00", "5:00", "05:00:00", "5", 5),
            "language", List.of("", "fr", "KO", 0));
    bad.forEach(
        (field, values) ->
            values.forEach(
                value -> {
                  Answer answer = owner.put("/stores/settings", Map.of(field, value));
                  assertThat(answer.isProblem(400, "VALIDATION_FAILED").faults())
                      .containsExactly(field);
                }));
  }

  @Test
  void namesAllThatIsWrongAtOnceWhoeverFindsIt() {
    Till owner = till.signedUp();
    assertThat(
            owner
                .put(
                    "/stores/settings",
                    Map.of("time_zone", "Seoul", "day_start", "24:00", "language", "fr"))
                .isProblem(400, "VALIDATION_FAILED")
                .faults())
        .containsExactlyInAnyOrder("time_zone", "day_start", "language");
  }
}
