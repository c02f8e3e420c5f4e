/** The sales of a store, read page by page. */
@NullMarked
package com.salesync.sale.history;

import org.jspecify.annotations.NullMarked;
