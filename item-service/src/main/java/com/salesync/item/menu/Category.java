package com.salesync.item.menu;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A heading of the menu. Removal is for good: a removed category is never found again. */
@Entity
@Table(name = "categories")
class Category {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(updatable = false)
  private long storeId;

  @Column(nullable = false)
  private String name;

  @Column private @Nullable Instant deletedAt;

  @SuppressWarnings("NullAway.Init")
  protected Category() {}

  Category(long storeId, String name) {
    this.storeId = storeId;
    this.name = name;
  }

  Item newItem(String itemName, long price, @Nullable String description) {
    return new Item(storeId, id, itemName, price, description);
  }

  void rename(String newName) {
    this.name = newName;
  }

  void remove(Instant now) {
    this.deletedAt = now;
  }

  long id() {
    return id;
  }
}
