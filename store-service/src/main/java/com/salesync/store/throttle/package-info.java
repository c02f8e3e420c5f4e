/**
 * Brakes on guessing: by client address and by account, in this replica's memory, and so that
 * nobody can lock an owner out by guessing wrong on purpose.
 */
@NullMarked
package com.salesync.store.throttle;

import org.jspecify.annotations.NullMarked;
