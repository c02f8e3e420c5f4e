package com.salesync.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplicaTest {

  @Test
  void theFirstIsCalledLikeItsPartAndFurtherOnesByTheirNumber() {
    assertThat(Replica.first(Part.ORDER)).hasToString("order-service");
    assertThat(new Replica(Part.ORDER, 2)).hasToString("order-service-2");
  }

  @Test
  void isFoundByItsNameOrTheBeginningOfIt() {
    assertThat(Replica.named("order-service-2")).hasValue(new Replica(Part.ORDER, 2));
    assertThat(Replica.named("order-2")).hasValue(new Replica(Part.ORDER, 2));
    assertThat(Replica.named("gateway-3")).hasValue(new Replica(Part.GATEWAY, 3));
    assertThat(Replica.named("order")).hasValue(Replica.first(Part.ORDER));
    assertThat(Replica.named("kafka")).hasValue(Replica.first(Part.KAFKA));
  }

  @Test
  void thereIsNoOtherName() {
    assertThat(Replica.named("order-1")).isEmpty();
    assertThat(Replica.named("order-10")).isEmpty();
    assertThat(Replica.named("postgres-2")).isEmpty();
    assertThat(Replica.named("pizza-2")).isEmpty();
  }
}
