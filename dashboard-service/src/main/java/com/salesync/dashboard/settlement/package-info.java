/**
 * The day's total as a text message: recorded before it is sent, sent at most once per store, day
 * and total.
 */
@NullMarked
package com.salesync.dashboard.settlement;

import org.jspecify.annotations.NullMarked;
