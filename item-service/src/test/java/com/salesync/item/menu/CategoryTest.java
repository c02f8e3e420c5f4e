package com.salesync.item.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** A category fills with items of its own store, and changes nothing of them. */
class CategoryTest {

  private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");

  private final Category pizza = new Category(5, "피자");

  @Test
  void itsItemsAreOfItsOwnStore() {
    ReflectionTestUtils.setField(pizza, "id", 17L);

    Item cheese = pizza.newItem("치즈", 18_000, null);

    assertThat(cheese)
        .hasFieldOrPropertyWithValue("storeId", 5L)
        .hasFieldOrPropertyWithValue("categoryId", 17L)
        .hasFieldOrPropertyWithValue("name", "치즈");
    assertThat(cheese.price()).isEqualTo(18_000);
  }

  @Test
  void isActiveUntilItIsRemoved() {
    assertThat(pizza).hasFieldOrPropertyWithValue("deletedAt", null);
    pizza.remove(NOW);
    assertThat(pizza).hasFieldOrPropertyWithValue("deletedAt", NOW);
  }

  @Test
  void anItemChangesItsNameAndPriceOnly() {
    Item cheese = pizza.newItem("치즈", 18_000, "모차렐라");

    cheese.change("더블 치즈", 21_000);

    assertThat(cheese)
        .hasFieldOrPropertyWithValue("name", "더블 치즈")
        .hasFieldOrPropertyWithValue("description", "모차렐라")
        .hasFieldOrPropertyWithValue("deletedAt", null);
    assertThat(cheese.price()).isEqualTo(21_000);
  }
}
