package com.salesync.e2e.torture.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @Test
  void aWordStandsForAllThatBeginSo() {
    assertThat(Faults.named(List.of("kill-order", "freeze")))
        .contains("kill-order", "freeze-order", "freeze-postgres")
        .doesNotContain("kill-sale")
        .doesNotHaveDuplicates();
    assertThat(Faults.named(List.of())).isEqualTo(Faults.names());
  }

  @Test
  void aWordWithoutAFaultIsSaidWithThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Faults.named(List.of("flood")))
        .withMessageContaining("flood")
        .withMessageContaining("kill-order");
  }

  @Test
  void everyNameIsOfAFault() {
    assertThat(Faults.names()).allSatisfy(name -> assertThat(Faults.of(name)).isNotNull());
  }
}
