/** From which address a request came. */
@NullMarked
package com.salesync.store.ratelimit.web;

import org.jspecify.annotations.NullMarked;
