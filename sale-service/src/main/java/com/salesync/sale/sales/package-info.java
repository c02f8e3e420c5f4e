/**
 * The sale: one attempt to be paid for an order, its states, and the transactions that lead from
 * one to the next. A sale belongs to the store of its token and is never deleted.
 */
@NullMarked
package com.salesync.sale.sales;

import org.jspecify.annotations.NullMarked;
