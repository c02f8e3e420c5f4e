package com.salesync.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.localstack.server.DatabaseAccess;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {

  private static final DatabaseAccess SALE =
      new DatabaseAccess("jdbc:postgresql://127.0.0.1:15432/salesync", "sale_service", "s3cret");

  @TempDir private Path folder;

  private final Addresses addresses = new Addresses(0, true);
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
    assertThat(settings.environment(Part.SALE))
        .containsEntry("SERVER_PORT", Integer.toString(addresses.port(Part.SALE)))
        .containsEntry(
            "MANAGEMENT_SERVER_PORT", Integer.toString(addresses.managementPort(Part.SALE)))
        .containsEntry("SERVER_ADDRESS", "127.0.0.1")
        .containsEntry("DATABASE_URL", SALE.url())
        .containsEntry("DATABASE_USERNAME", "sale_service")
        .containsEntry("DATABASE_PASSWORD", "s3cret")
        .containsEntry("ORDER_BASE_URL", "http://127.0.0.1:" + addresses.port(Part.ORDER))
        .containsEntry("INTERNAL_SIGNING_KEY", keys.signingKey("sale-service"))
        .containsEntry(
            "INTERNAL_PUBLIC_KEYS", folder.resolve("internal-public-keys.json").toString());
  }

  @Test
  void aSecretGoesOnlyToThoseWhoNeedIt() {
    assertThat(settings.environment(Part.STORE)).containsKey("SIGNING_KEYS_SECRET");
    assertThat(settings.environment(Part.SALE))
        .doesNotContainKeys("SIGNING_KEYS_SECRET", "AWS_SECRET_ACCESS_KEY");
    assertThat(settings.environment(Part.GATEWAY))
        .doesNotContainKeys("DATABASE_PASSWORD", "SIGNING_KEYS_SECRET");
  }

  @Test
  void eachServiceHasItsOwnSigningKeyAndNobodyElses() {
    Map<Part, String> own =
        Part.services()
            .collect(
                Collectors.toMap(
                    service -> service,
                    service -> settings.environment(service).get("INTERNAL_SIGNING_KEY")));

    assertThat(own.values()).doesNotHaveDuplicates().doesNotContainNull();
    own.forEach(
        (service, key) ->
            assertThat(settings.environment(service).values())
                .doesNotContainAnyElementsOf(
                    own.values().stream().filter(other -> !other.equals(key)).toList())
                .doesNotContain(keys.signingKey(CallerKeys.OPERATOR)));
  }

  @Test
  void textsGoToTheInboxOfThisMachine() {
    String inbox = "http://127.0.0.1:" + addresses.smsInbox();

    assertThat(settings.environment(Part.DASHBOARD)).containsEntry("SNS_ENDPOINT", inbox);
    assertThat(settings.environment(Part.GATEWAY)).containsEntry("LOCAL_SMS_INBOX_URL", inbox);
  }

  @Test
  void whatTheCallerAsksForWinsAlsoLater() {
    assertThat(settings.environment(Part.SALE))
        .containsEntry("CRASH_FILE", "/tmp/crash")
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "elsewhere:9092");

    settings.override(Part.SALE, Map.of("CRASH_FILE", "/tmp/other"));

    assertThat(settings.environment(Part.SALE)).containsEntry("CRASH_FILE", "/tmp/other");
    assertThat(settings.environment(Part.ORDER)).doesNotContainKey("CRASH_FILE");
  }
}
