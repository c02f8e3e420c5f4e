/**
 * The revenue of each store's business days, kept by the transactions that complete and void sales,
 * so that a range costs days and not sales.
 */
@NullMarked
package com.salesync.sale.revenue;

import org.jspecify.annotations.NullMarked;
