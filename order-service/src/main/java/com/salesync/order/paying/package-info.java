/** Order-service's part of the payment saga: what sale-service asks to be marked paid or voided. */
@NullMarked
package com.salesync.order.paying;

import org.jspecify.annotations.NullMarked;
