package com.salesync.common.outcome;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/** Lets what a request may have changed be told by the threads that work for it, too. */
public final class EffectsAccessor implements ThreadLocalAccessor<Effects> {

  @Override
  public Object key() {
    return Effects.class.getName();
  }

  @Override
  public @Nullable Effects getValue() {
    return Effects.current();
  }

  @Override
  public void setValue(Effects effects) {
    Effects.continueHere(effects);
  }

  @Override
  public void setValue() {
    Effects.continueHere(null);
  }
}
