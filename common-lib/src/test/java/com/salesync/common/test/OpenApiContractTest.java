package com.salesync.common.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OpenApiContractTest {

  @Test
  void acceptsADescriptionThatIsCurrent() {
    assertThatCode(() -> OpenApiContract.failOnDrift("a\nb\n", "a\nb\n"))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheFirstLineThatDiffersAndTheWayOut() {
    assertThatThrownBy(() -> OpenApiContract.failOnDrift("a\nb: 1\n", "a\nb: 2\n"))
        .hasMessageContainingAll("line 2", "b: 1", "b: 2", "-Dopenapi.update=true");
    assertThatThrownBy(() -> OpenApiContract.failOnDrift("a\n", "a\nb\n"))
        .hasMessageContaining("(end of file)");
  }
}
