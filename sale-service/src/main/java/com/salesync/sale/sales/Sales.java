package com.salesync.sale.sales;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Every sale ever tried. */
@Repository
class Sales {

  private final EntityManager entities;

  Sales(EntityManager entities) {
    this.entities = entities;
  }

  /** Gives the sale its id; its row is written when the transaction commits. */
  Sale add(Sale sale) {
    entities.persist(sale);
    return sale;
  }

  Optional<Sale> find(long storeId, long id) {
    return Optional.ofNullable(entities.find(Sale.class, new Sale.Key(storeId, id)));
  }

  /** The sale, held until the transaction ends. */
  Optional<Sale> lock(long storeId, long id) {
    return Optional.ofNullable(
        entities.find(Sale.class, new Sale.Key(storeId, id), LockModeType.PESSIMISTIC_WRITE));
  }

  /** The sale that holds this idempotency key, held until the transaction ends. */
  Optional<Sale> lockByKey(long storeId, String key) {
    return entities
        .createQuery(
            "select s from Sale s where s.storeId = :storeId and s.idempotencyKey = :key",
            Sale.class)
        .setParameter("storeId", storeId)
        .setParameter("key", key)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  Optional<Sale> findByKey(long storeId, String key) {
    return entities
        .createQuery(
            "select s from Sale s where s.storeId = :storeId and s.idempotencyKey = :key",
            Sale.class)
        .setParameter("storeId", storeId)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /**
   * Lets one caller at a time work with this key, until its transaction ends. Nobody waits: a crowd
   * of repeats must not hold all connections.
   *
   * @return whether it is this caller
   */
  boolean tryLockKey(long storeId, String key) {
    return (boolean)
        entities
            .createNativeQuery(
                "select pg_try_advisory_xact_lock(hashtextextended(:key, :storeId))", Boolean.class)
            .setParameter("key", key)
            .setParameter("storeId", storeId)
            .getSingleResult();
  }
}
