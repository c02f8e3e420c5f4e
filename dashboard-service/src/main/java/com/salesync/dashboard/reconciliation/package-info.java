/** Do the records of sale- and order-service agree? For one store and, by itself, for all. */
@NullMarked
package com.salesync.dashboard.reconciliation;

import org.jspecify.annotations.NullMarked;
