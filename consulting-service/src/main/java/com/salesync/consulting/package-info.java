/** Advice to a store on a period's sales, as durable jobs. */
@NullMarked
package com.salesync.consulting;

import org.jspecify.annotations.NullMarked;
