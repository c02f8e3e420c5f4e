/** The payment endpoints of the till. */
@NullMarked
package com.salesync.sale.payment.web;

import org.jspecify.annotations.NullMarked;
