package com.salesync.sale.sales;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every sale ever tried. */
@Repository
class Sales {

  /** What the sequence adds each time: ids are taken in ranges, so that few cost a statement. */
  private static final int RANGE = 50;

  private final EntityManager entities;
  private final JdbcClient jdbc;
  private long nextId;
  private long endOfRange;

  Sales(EntityManager entities, JdbcClient jdbc) {
    this.entities = entities;
    this.jdbc = jdbc;
  }

  /** An id that no sale has. It says nothing about time: each replica has ranges of its own. */
  synchronized long nextId() {
    if (nextId == endOfRange) {
      nextId = jdbc.sql("select nextval('sales_id_seq')").query(Long.class).single();
      endOfRange = nextId + RANGE;
    }
    return nextId++;
  }

  /** Adds a new sale. */
  Sale add(Sale sale) {
    entities.persist(sale);
    write();
    return sale;
  }

  /**
   * Writes what has changed now rather than as a part of the commit: what fails before COMMIT is
   * sent has certainly had no effect.
   */
  void write() {
    entities.flush();
  }

  Optional<Sale> find(long storeId, long id) {
    return Optional.ofNullable(entities.find(Sale.class, new Sale.Key(storeId, id)));
  }

  /** The sale, held until the transaction ends. */
  Optional<Sale> lock(long storeId, long id) {
    return Optional.ofNullable(
        entities.find(Sale.class, new Sale.Key(storeId, id), LockModeType.PESSIMISTIC_WRITE));
  }

  /** Holds a sale that was found before until the transaction ends, as it is by now. */
  void lockAnew(Sale sale) {
    entities.refresh(sale, LockModeType.PESSIMISTIC_WRITE);
  }
}
