package com.salesync.sale.sales;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every sale ever tried. */
interface Sales extends Repository<Sale, Long> {

  Sale save(Sale sale);

  Optional<Sale> findByStoreIdAndId(long storeId, long id);

  /** The sale, held until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from Sale s where s.storeId = :storeId and s.id = :id")
  Optional<Sale> lock(long storeId, long id);

  /** The sale that holds this idempotency key, held until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from Sale s where s.storeId = :storeId and s.idempotencyKey = :key")
  Optional<Sale> lockByKey(long storeId, String key);

  Optional<Sale> findByStoreIdAndIdempotencyKey(long storeId, String key);

  /**
   * Lets one caller at a time work with this key, until its transaction ends. Nobody waits: a crowd
   * of repeats must not hold all connections.
   *
   * @return whether it is this caller
   */
  @Query(
      value = "select pg_try_advisory_xact_lock(hashtextextended(:key, :storeId))",
      nativeQuery = true)
  boolean tryLockKey(long storeId, String key);
}
