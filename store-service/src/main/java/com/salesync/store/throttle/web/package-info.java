/** Finds out where a request came from. */
@NullMarked
package com.salesync.store.throttle.web;

import org.jspecify.annotations.NullMarked;
