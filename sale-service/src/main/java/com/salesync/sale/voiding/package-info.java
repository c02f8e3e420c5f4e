/** Voiding a payment: the saga of paying backwards. */
@NullMarked
package com.salesync.sale.voiding;

import org.jspecify.annotations.NullMarked;
