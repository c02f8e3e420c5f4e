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

/** A heading of the menu. Removal is for good: a removed category is never found again. */
@Entity
@IdClass(IdOfStore.class)
@Table(name = "categories")
class Category implements Persistable<IdOfStore> {

  @Id private long storeId;

  @Id
  @GeneratedValue
  @SequenceGenerator(sequenceName = "categories_id_seq", allocationSize = 1)
  private long id;

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
}
