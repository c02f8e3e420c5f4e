/**
 * order-service as the payment saga sees it: a participant that marks an order paid or voided once
 * per sale id, however often it is asked.
 */
@NullMarked
package com.salesync.sale.order;

import org.jspecify.annotations.NullMarked;
