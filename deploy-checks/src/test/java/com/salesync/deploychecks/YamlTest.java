package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key given twice is not an error to most tools: the last one silently wins. */
class YamlTest {

  static Stream<Path> files() {
    return Stream.of("k8s", ".github", "deploy")
        .flatMap(folder -> Repository.files(folder, ".yaml", ".yml").stream());
  }

  @ParameterizedTest
  @MethodSource("files")
  void parsesWithoutDuplicateKeys(Path file) {
    assertThat(Manifests.parse(file.toString(), Repository.read(file)).all()).isNotEmpty();
  }

  @Test
  void aDuplicateKeyIsCaught() {
    assertThatThrownBy(() -> Manifests.parse("twice", "kind: A\nkind: B\n"))
        .hasMessageContaining("duplicate key kind");
  }
}
