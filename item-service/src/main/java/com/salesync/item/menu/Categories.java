package com.salesync.item.menu;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The active categories of every store. */
interface Categories extends Repository<Category, IdOfStore> {

  Category saveAndFlush(Category category);

  /** Held against every other change until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("from Category where storeId = :storeId and id = :id and deletedAt is null")
  Optional<Category> findActiveForUpdate(long storeId, long id);

  /** Held against removal until the transaction ends, so that no item joins a removed category. */
  @Lock(LockModeType.PESSIMISTIC_READ)
  @Query("from Category where storeId = :storeId and id = :id and deletedAt is null")
  Optional<Category> findActiveForShare(long storeId, long id);
}
