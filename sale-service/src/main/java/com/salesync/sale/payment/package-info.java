/**
 * Taking and voiding a payment as a saga of three steps with order-service, and finishing what a
 * crash or an outage has left between them. A sale belongs to the store of its token and is never
 * deleted.
 */
@NullMarked
package com.salesync.sale.payment;

import org.jspecify.annotations.NullMarked;
