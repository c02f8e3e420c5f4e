package com.salesync.item.menu;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Something a store sells, at a price in whole won. It stays in its category for life. */
@Entity
@IdClass(IdOfStore.class)
@Table(name = "items")
class Item implements Persistable<IdOfStore> {

  @Id private long storeId;

  @Id
  @GeneratedValue
  @SequenceGenerator(sequenceName = "items_id_seq", allocationSize = 1)
  private long id;

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

  @Override
  public IdOfStore getId() {
    return new IdOfStore(storeId, id);
  }

  @Override
  public boolean isNew() {
    return id == 0;
  }

  long id() {
    return id;
  }

  long price() {
    return price;
  }
}
