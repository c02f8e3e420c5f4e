package com.salesync.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallerKeysTest {

  @TempDir private Path folder;

  private CallerKeys keys;

  @BeforeEach
  void keys() {
    keys = new CallerKeys(folder, new Secrets(folder));
  }

  @Test
  void everyServiceAndTheOperatorAreInTheFileWithoutAnythingSecret() throws IOException {
    Map<String, JsonObject> published = published();

    assertThat(published).containsKey(CallerKeys.OPERATOR).hasSize(8);
    assertThat(Part.services().map(Part::label)).allMatch(published::containsKey);
    published.forEach(
        (caller, key) -> {
          assertThat(key.has("d")).isFalse();
          assertThat(key.get("kid").getAsString()).isEqualTo(keys.key(caller).getId());
        });
  }

  @Test
  void theGatewayMayActForNoStoreAndForNoOperator() throws IOException {
    assertThat(published().get("bff-gateway").get("salesync_scopes").toString())
        .isEqualTo("[\"directory\"]");
  }

  @Test
  void areTheSameAfterARestartAndReadByTheirOwnerOnly() throws IOException {
    String key = keys.signingKey("sale-service");
    Path file = keys.publicKeys();
    String text = Files.readString(file);
    Files.delete(file);

    CallerKeys again = new CallerKeys(folder, new Secrets(folder));

    assertThat(again.signingKey("sale-service")).isEqualTo(key);
    assertThat(again.publicKeys()).hasContent(text);
    assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.properties")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  private Map<String, JsonObject> published() throws IOException {
    return JsonParser.parseString(Files.readString(keys.publicKeys()))
        .getAsJsonObject()
        .getAsJsonArray("keys")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .collect(Collectors.toMap(key -> key.get("salesync_caller").getAsString(), key -> key));
  }
}
