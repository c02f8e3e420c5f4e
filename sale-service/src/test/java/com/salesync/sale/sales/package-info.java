/** The sale without a database or a server. */
@NullMarked
package com.salesync.sale.sales;

import org.jspecify.annotations.NullMarked;
