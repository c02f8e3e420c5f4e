package com.salesync.order.tab;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All tabs that ever were. The locking queries do not fetch lines with the row: lines read in the
 * statement that waited for the lock would be those of before the wait.
 */
interface Tabs extends Repository<Tab, Long> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select t from Tab t
      where t.storeId = :storeId and t.tableNo = :tableNo and t.status = TabStatus.OPEN
      """)
  Optional<Tab> lockOpen(long storeId, int tableNo);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select t from Tab t where t.storeId = :storeId and t.saleId = :saleId")
  Optional<Tab> lockPaidBy(long storeId, long saleId);

  Optional<Tab> findByStoreIdAndSaleId(long storeId, long saleId);

  /** Whether a later sale has already paid a tab of this table. */
  boolean existsByStoreIdAndTableNoAndSaleIdGreaterThan(long storeId, int tableNo, long saleId);

  @Query(
      """
      select t from Tab t
      where t.storeId = :storeId and t.tableNo = :tableNo and t.status = TabStatus.OPEN
      """)
  Optional<Tab> findOpen(long storeId, int tableNo);

  Tab saveAndFlush(Tab tab);
}
