/** Taking a payment, once per idempotency key: a saga of three steps with order-service. */
@NullMarked
package com.salesync.sale.paying;

import org.jspecify.annotations.NullMarked;
