package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestartIT {

  @Test
  void salesTokensAndOpenOrdersSurviveARestart() {
    Shop shop = Shop.open();
    String token = shop.logIn().body().path("access_token").asString();
    long pizza = shop.item("피자", 21_000);
    shop.order(1, pizza, 1);
    shop.pay(1, 21_000);
    shop.order(2, pizza, 2);

    Stack.whole().restart();

    Shop after = shop.reconnected(Stack.whole(), token);
    assertThat(after.revenueToday()).isEqualTo(21_000);
    assertThat(after.till.get("/orders/unpaids/2").id("total_price")).isEqualTo(42_000);
    assertThat(after.pay(2, 42_000).status()).isEqualTo(201);
    Invariants.assertHold(Stack.whole());
  }
}
