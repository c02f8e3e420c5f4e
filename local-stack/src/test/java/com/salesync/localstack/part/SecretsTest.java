package com.salesync.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir private Path folder;

  @Test
  void areTheSameAfterARestart() {
    Secrets first = new Secrets(folder);
    String demo = first.demoPassword();
    String password = first.databasePassword("sale_service");

    Secrets second = new Secrets(folder);

    assertThat(second.demoPassword()).isEqualTo(demo).hasSizeGreaterThanOrEqualTo(32);
    assertThat(second.databasePassword("sale_service")).isEqualTo(password);
    assertThat(second.signingKeysSecret()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(demo);
    assertThat(second.databasePassword("item_service")).isNotEqualTo(password);
  }

  @Test
  void canBeReadByTheirOwnerOnly() throws IOException {
    new Secrets(folder).demoPassword();

    assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.properties")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
