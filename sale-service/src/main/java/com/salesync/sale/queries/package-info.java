/** Reads sales page by page, and the totals of business days for the reconciliation. */
@NullMarked
package com.salesync.sale.queries;

import org.jspecify.annotations.NullMarked;
