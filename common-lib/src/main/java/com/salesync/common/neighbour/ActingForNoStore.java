package com.salesync.common.neighbour;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call that this service makes by itself and that concerns no single store. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ActingForNoStore {

  /** Says so with a token that is good for nothing but to ask for ended sessions. */
  boolean onlyToAskForEndedSessions() default false;
}
