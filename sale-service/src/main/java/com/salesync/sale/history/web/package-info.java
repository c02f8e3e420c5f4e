/** The list of sales. */
@NullMarked
package com.salesync.sale.history.web;

import org.jspecify.annotations.NullMarked;
