/**
 * order-service: an open order per table, its lines at the prices agreed when they were ordered,
 * and what was sold per business day.
 */
@NullMarked
package com.salesync.order;

import org.jspecify.annotations.NullMarked;
