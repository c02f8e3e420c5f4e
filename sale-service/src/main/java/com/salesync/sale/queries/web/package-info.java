/** The list of sales, and the totals that other services reconcile with. */
@NullMarked
package com.salesync.sale.queries.web;

import org.jspecify.annotations.NullMarked;
