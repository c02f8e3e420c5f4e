/** What is decided without a database or a server. */
@NullMarked
package com.salesync.sale.paying;

import org.jspecify.annotations.NullMarked;
