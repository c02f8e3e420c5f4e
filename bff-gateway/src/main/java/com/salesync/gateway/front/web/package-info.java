/** {@code /}, {@code /docs} and {@code /health}. */
@NullMarked
package com.salesync.gateway.front.web;

import org.jspecify.annotations.NullMarked;
