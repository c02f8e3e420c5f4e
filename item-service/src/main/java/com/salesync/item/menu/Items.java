package com.salesync.item.menu;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The active items of every store. */
interface Items extends Repository<Item, IdOfStore> {

  Item saveAndFlush(Item item);

  /** Held against every other change until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("from Item where storeId = :storeId and id = :id and deletedAt is null")
  Optional<Item> findActiveForUpdate(long storeId, long id);

  /** Locks in the order in which costs are set, so that the two cannot wait for each other. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          with leaving as (
            select id from items
            where store_id = :storeId and category_id = :categoryId and deleted_at is null
            order by id for update)
          update items set deleted_at = :now from leaving
          where items.store_id = :storeId and items.id = leaving.id
          """)
  void removeAllOf(long storeId, long categoryId, Instant now);
}
