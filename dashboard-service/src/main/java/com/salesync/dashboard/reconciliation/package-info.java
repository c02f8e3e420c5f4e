/** Proof that the books of sale-service, order-service and the reports agree, day by day. */
@NullMarked
package com.salesync.dashboard.reconciliation;

import org.jspecify.annotations.NullMarked;
