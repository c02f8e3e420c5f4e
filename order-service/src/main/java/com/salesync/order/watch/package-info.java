/**
 * Looks every minute for what must never be among this service's rows, and exports what it finds
 * for the alerts.
 */
@NullMarked
package com.salesync.order.watch;

import org.jspecify.annotations.NullMarked;
