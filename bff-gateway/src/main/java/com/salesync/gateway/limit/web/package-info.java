/** Refuses with 429 what is above the limits. */
@NullMarked
package com.salesync.gateway.limit.web;

import org.jspecify.annotations.NullMarked;
