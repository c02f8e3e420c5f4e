/** Refuses with 429 what the limits do not let through. */
@NullMarked
package com.salesync.gateway.limit.web;

import org.jspecify.annotations.NullMarked;
