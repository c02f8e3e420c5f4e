package com.salesync.order.order;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All orders that ever were. The locking queries do not fetch lines with the row: lines read in the
 * statement that waited for the lock would be those of before the wait.
 */
public interface Orders extends Repository<Order, OrderId> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select o from Order o
      where o.storeId = :storeId and o.tableNo = :tableNo and o.status = OrderStatus.OPEN
      """)
  Optional<Order> lockOpen(long storeId, int tableNo);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select o from Order o where o.storeId = :storeId and o.saleId = :saleId")
  Optional<Order> lockPaidBy(long storeId, long saleId);

  Optional<Order> findByStoreIdAndSaleId(long storeId, long saleId);

  /** Whether a sale asked for later has already paid an order of this table. */
  boolean existsByStoreIdAndTableNoAndSaleRequestedAtGreaterThan(
      long storeId, int tableNo, Instant requestedAt);

  /** The table's last order, if that has been paid, whether or not it was voided since. */
  @Query(
      """
      select o from Order o
      where o.storeId = :storeId and o.tableNo = :tableNo and o.saleRequestedAt is not null
        and not exists (
          select c.id from Order c
          where c.storeId = :storeId and c.tableNo = :tableNo and c.cancelledAt > o.paidAt)
      order by o.saleRequestedAt desc limit 1
      """)
  Optional<Order> findLastPaid(long storeId, int tableNo);

  Order saveAndFlush(Order order);
}
