package com.salesync.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartTest {

  @Test
  void isFoundByItsNameOrTheBeginningOfIt() {
    assertThat(Part.named("sale-service")).hasValue(Part.SALE);
    assertThat(Part.named("sale")).hasValue(Part.SALE);
    assertThat(Part.named("gateway")).hasValue(Part.GATEWAY);
    assertThat(Part.named("bff")).hasValue(Part.GATEWAY);
    assertThat(Part.named("kafka")).hasValue(Part.KAFKA);
    assertThat(Part.named("sal")).isEmpty();
    assertThat(Part.named("")).isEmpty();
  }

  @Test
  void namesWhatTheServicesReadAsTheDeploymentDoes() {
    assertThat(Part.ORDER.baseUrlVariable()).isEqualTo("ORDER_BASE_URL");
    assertThat(Part.ORDER.role()).isEqualTo("order_service");
    assertThat(Part.ORDER.schema()).hasValue("orders");
    assertThat(Part.GATEWAY.schema()).isEmpty();
  }
}
