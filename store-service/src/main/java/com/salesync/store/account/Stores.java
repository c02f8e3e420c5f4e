package com.salesync.store.account;

import com.salesync.common.problem.Problem;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All stores. A closed one is found by nobody, but keeps its username. */
public interface Stores extends Repository<Store, Long> {

  Store save(Store store);

  boolean existsByUsernameKeyIn(List<String> usernameKeys);

  Optional<Store> findByUsernameKeyAndClosedAtIsNull(String usernameKey);

  Optional<Store> findByIdAndClosedAtIsNull(long id);

  /** For the operator only: open stores of every owner, in order of id. */
  List<Store> findByIdGreaterThanAndClosedAtIsNullOrderById(long after, Limit limit);

  /** Holds the store's row until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from Store s where s.id = :id and s.closedAt is null")
  Optional<Store> findAndLock(long id);

  /** Whether a store has this username, or had it and was erased. */
  default boolean isTaken(Username username) {
    String key = username.key();
    return existsByUsernameKeyIn(List.of(key, Username.reservedKey(key)));
  }

  /**
   * The open store of this id.
   *
   * @throws Problem 404 if there is none
   */
  default Store open(long id) {
    return findByIdAndClosedAtIsNull(id).orElseThrow(Stores::unknown);
  }

  /**
   * The open store of this id, held until the transaction ends.
   *
   * @throws Problem 404 if there is none
   */
  default Store openAndLocked(long id) {
    return findAndLock(id).orElseThrow(Stores::unknown);
  }

  private static Problem unknown() {
    return Problem.notFound("STORE_NOT_FOUND");
  }
}
