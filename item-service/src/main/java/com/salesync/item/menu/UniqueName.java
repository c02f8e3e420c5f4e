package com.salesync.item.menu;

import com.salesync.common.problem.Problem;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * A name no other active category of the store, or item of the category, may bear. The database
 * alone decides, since only it sees who else is writing.
 */
enum UniqueName {
  CATEGORY("one_category_per_name", "CATEGORY_EXISTS"),
  ITEM("one_item_per_name", "ITEM_EXISTS");

  private final String index;
  private final String problem;

  UniqueName(String index, String problem) {
    this.index = index;
    this.problem = problem;
  }

  /**
   * Does a write that must reach the database before it returns.
   *
   * @throws Problem 409 if the name is taken
   */
  <T> T require(Supplier<T> write) {
    try {
      return write.get();
    } catch (DataIntegrityViolationException refused) {
      if (refused.getCause() instanceof ConstraintViolationException violation
          && isNamed(violation.getConstraintName())) {
        throw Problem.conflict(problem);
      }
      throw refused;
    }
  }

  /** A part of a table that is spread by store has the index's name with a number behind it. */
  private boolean isNamed(@Nullable String violated) {
    return violated != null && index.equals(violated.replaceFirst("_[0-9]+$", ""));
  }
}
