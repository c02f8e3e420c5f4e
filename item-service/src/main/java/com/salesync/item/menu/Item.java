package com.salesync.item.menu;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something a store sells, at a price in whole won. It stays in its category for life. */
@Entity
@Table(name = "items")
class Item {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(updatable = false)
  private long storeId;

  @Column(updatable = false)
  private long categoryId;

  @Column(nullable = false)
  private String name;

  @Column(updatable = false)
  private @Nullable String description;

  private long price;
  @Column private @Nullable Instant deletedAt;

  @SuppressWarnings("NullAway.Init")
  protected Item() {}

  Item(long storeId, long categoryId, String name, long price, @Nullable String description) {
    this.storeId = storeId;
    this.categoryId = categoryId;
    this.name = name;
    this.price = price;
    this.description = description;
  }

  void change(String newName, long newPrice) {
    this.name = newName;
    this.price = newPrice;
  }

  void remove(Instant now) {
    this.deletedAt = now;
  }

  long id() {
    return id;
  }

  long price() {
    return price;
  }
}
