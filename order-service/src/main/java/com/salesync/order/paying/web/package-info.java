/** Sale-service's way to pay and void orders. */
@NullMarked
package com.salesync.order.paying.web;

import org.jspecify.annotations.NullMarked;
