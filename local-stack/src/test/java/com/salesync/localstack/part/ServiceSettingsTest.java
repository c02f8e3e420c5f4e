package com.salesync.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.localstack.server.DatabaseAccess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {

  private static final DatabaseAccess SALE =
      new DatabaseAccess("jdbc:postgresql://127.0.0.1:15432/salesync", "sale_service", "s3cret");

  @TempDir private Path folder;

  private final Addresses addresses = new Addresses(0, true);
  private ServiceSettings settings;

  @BeforeEach
  void settings() {
    settings = new ServiceSettings(addresses, new Secrets(folder), Map.of(Part.SALE, SALE));
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
        .containsEntry("SALESYNC_INTERNAL_KEY", new Secrets(folder).internalKey());
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
