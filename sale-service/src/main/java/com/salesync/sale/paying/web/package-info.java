/** The endpoint that takes a payment. */
@NullMarked
package com.salesync.sale.paying.web;

import org.jspecify.annotations.NullMarked;
