package com.salesync.common.deadline;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/** Holds the threads that work for a request to its deadline, too. */
public final class DeadlineAccessor implements ThreadLocalAccessor<Deadline> {

  @Override
  public Object key() {
    return Deadline.class.getName();
  }

  @Override
  public @Nullable Deadline getValue() {
    return Deadline.current();
  }

  @Override
  public void setValue(Deadline deadline) {
    Deadline.setCurrent(deadline);
  }

  @Override
  public void setValue() {
    Deadline.setCurrent(null);
  }
}
