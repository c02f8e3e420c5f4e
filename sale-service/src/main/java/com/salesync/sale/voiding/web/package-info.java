/** The endpoint that voids a sale. */
@NullMarked
package com.salesync.sale.voiding.web;

import org.jspecify.annotations.NullMarked;
