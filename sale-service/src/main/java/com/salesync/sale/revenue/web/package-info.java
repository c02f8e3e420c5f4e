/** Revenue of a day or a period, and the daily totals other services reconcile with. */
@NullMarked
package com.salesync.sale.revenue.web;

import org.jspecify.annotations.NullMarked;
