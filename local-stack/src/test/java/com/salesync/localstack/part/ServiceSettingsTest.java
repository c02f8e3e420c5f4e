package com.salesync.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.localstack.server.DatabaseAccess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {

  private static final DatabaseAccess SALE =
      new DatabaseAccess("jdbc:postgresql://127.0.0.1:15432/salesync", "sale_service", "s3cret");

  @TempDir private Path folder;

  private final Addresses addresses = new Addresses(0, true, part -> 1, Optional.empty());
  private CallerKeys keys;
  private ServiceSettings settings;

  @BeforeEach
  void settings() {
    Secrets secrets = new Secrets(folder);
    keys = new CallerKeys(folder, secrets);
    settings = new ServiceSettings(addresses, secrets, keys, Map.of(Part.SALE, SALE));
    settings.override(
        Part.SALE, Map.of("CRASH_FILE", "/tmp/crash", "KAFKA_BOOTSTRAP_SERVERS", "elsewhere:9092"));
  }

  @Test
  void aServiceLearnsItsPortsItsDatabaseAndItsNeighbours() {
    assertThat(environment(Part.SALE))
        .containsEntry("SERVER_PORT", Integer.toString(addresses.port(Part.SALE)))
        .containsEntry(
            "MANAGEMENT_SERVER_PORT",
            Integer.toString(addresses.managementPort(Replica.first(Part.SALE))))
        .containsEntry("SERVER_ADDRESS", "127.0.0.1")
        .containsEntry("DATABASE_URL", SALE.urlAt(addresses.port(Part.POSTGRES)))
        .containsEntry("DATABASE_USERNAME", "sale_service")
        .containsEntry("DATABASE_PASSWORD", "s3cret")
        .containsEntry("ORDER_BASE_URL", "http://127.0.0.1:" + addresses.port(Part.ORDER))
        .containsEntry("INTERNAL_SIGNING_KEY", keys.signingKey("sale-service"))
        .containsEntry(
            "INTERNAL_PUBLIC_KEYS", folder.resolve("internal-public-keys.json").toString());
  }

  @Test
  void aSecretGoesOnlyToThoseWhoNeedIt() {
    assertThat(environment(Part.STORE)).containsKey("SIGNING_KEYS_SECRET");
    assertThat(environment(Part.SALE))
        .doesNotContainKeys("SIGNING_KEYS_SECRET", "AWS_SECRET_ACCESS_KEY");
    assertThat(environment(Part.GATEWAY))
        .doesNotContainKeys("DATABASE_PASSWORD", "SIGNING_KEYS_SECRET");
  }

  @Test
  void eachServiceHasItsOwnSigningKeyAndNobodyElses() {
    Map<Part, String> own =
        Part.services()
            .collect(
                Collectors.toMap(
                    service -> service,
                    service -> environment(service).get("INTERNAL_SIGNING_KEY")));

    assertThat(own.values()).doesNotHaveDuplicates().doesNotContainNull();
    own.forEach(
        (service, key) ->
            assertThat(environment(service).values())
                .doesNotContainAnyElementsOf(
                    own.values().stream().filter(other -> !other.equals(key)).toList())
                .doesNotContain(keys.signingKey(CallerKeys.OPERATOR)));
  }

  @Test
  void textsGoToTheInboxOfThisMachine() {
    String inbox = "http://127.0.0.1:" + addresses.smsInbox();

    assertThat(environment(Part.DASHBOARD)).containsEntry("SNS_ENDPOINT", inbox);
    assertThat(environment(Part.GATEWAY)).containsEntry("LOCAL_SMS_INBOX_URL", inbox);
  }

  @Test
  void whatTheCallerAsksForWinsAlsoLater() {
    assertThat(environment(Part.SALE))
        .containsEntry("CRASH_FILE", "/tmp/crash")
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "elsewhere:9092");

    settings.override(Part.SALE, Map.of("CRASH_FILE", "/tmp/other"));

    assertThat(environment(Part.SALE)).containsEntry("CRASH_FILE", "/tmp/other");
    assertThat(environment(Part.ORDER)).doesNotContainKey("CRASH_FILE");
  }

  @Test
  void aReplicaIsGivenVariablesOfItsOwnUntilItIsGivenOthers() {
    settings.override(Replica.first(Part.SALE), Map.of("TZ", "Asia/Seoul", "CRASH_FILE", "mine"));
    assertThat(environment(Part.SALE))
        .containsEntry("TZ", "Asia/Seoul")
        .containsEntry("CRASH_FILE", "mine");

    settings.override(Replica.first(Part.SALE), Map.of("LANG", "ko"));
    assertThat(environment(Part.SALE))
        .containsEntry("LANG", "ko")
        .containsEntry("CRASH_FILE", "/tmp/crash")
        .doesNotContainKey("TZ");

    settings.override(Replica.first(Part.POSTGRES), Map.of("TZ", "UTC"));
    assertThat(settings.overrides(Replica.first(Part.POSTGRES))).containsEntry("TZ", "UTC");
  }

  @Test
  void replicasListenForThemselvesAndAreFoundAtOnePort() {
    try (Addresses two =
        new Addresses(0, true, part -> part.isService() ? 2 : 1, Optional.empty())) {
      Replica second = new Replica(Part.SALE, 2);
      Map<String, String> saleTwo = settings(two).environment(second);

      assertThat(saleTwo)
          .containsEntry("SERVER_PORT", Integer.toString(two.port(second)))
          .containsEntry("MANAGEMENT_SERVER_PORT", Integer.toString(two.managementPort(second)))
          .containsEntry("ORDER_BASE_URL", "http://127.0.0.1:" + two.port(Part.ORDER))
          .containsEntry("DBSCHEDULER_SCHEDULERNAME", "sale-service-2");
      assertThat(two.replicas(Part.SALE)).containsExactly(Replica.first(Part.SALE), second);
      assertThat(two.replicas(Part.KAFKA)).containsExactly(Replica.first(Part.KAFKA));
      assertThat(List.of(two.port(Part.SALE), two.port(Replica.first(Part.SALE)), two.port(second)))
          .doesNotHaveDuplicates();
      assertThat(two.port(Part.KAFKA)).isEqualTo(two.port(Replica.first(Part.KAFKA)));
    }
  }

  @Test
  void whatStandsBetweenTwoPartsIsWhereTheCallerFindsTheOther() {
    Map<String, Integer> asked = new HashMap<>();
    Route between =
        (caller, callee, port) -> {
          assertThat(asked.put(caller + " " + callee, port)).isNull();
          return caller.part() == Part.SALE && callee != Part.ITEM ? port + 20_000 : port;
        };
    try (Addresses routed = new Addresses(0, true, part -> 1, Optional.of(between))) {
      Map<String, String> sale = settings(routed).environment(Replica.first(Part.SALE));

      assertThat(asked)
          .containsEntry("sale-service ORDER", routed.port(Part.ORDER))
          .containsEntry("sale-service POSTGRES", routed.port(Part.POSTGRES))
          .containsKeys("bff-gateway SALE", "bff-gateway KAFKA")
          .doesNotContainKeys("sale-service SALE", "sale-service GATEWAY", "bff-gateway POSTGRES");
      assertThat(sale)
          .containsEntry("ORDER_BASE_URL", url(routed.port(Part.ORDER) + 20_000))
          .containsEntry("ITEM_BASE_URL", url(routed.port(Part.ITEM)))
          .containsEntry(
              "DATABASE_URL",
              "jdbc:postgresql://127.0.0.1:" + (routed.port(Part.POSTGRES) + 20_000) + "/salesync");
      int listener = asked.get("sale-service KAFKA");
      assertThat(listener).isNotEqualTo(routed.port(Part.KAFKA));
      assertThat(routed.kafkaListeners()).containsEntry(listener, listener + 20_000);
    }
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  private ServiceSettings settings(Addresses others) {
    return new ServiceSettings(others, new Secrets(folder), keys, Map.of(Part.SALE, SALE));
  }

  private Map<String, String> environment(Part service) {
    return settings.environment(Replica.first(service));
  }
}
