/** {@code /bff/costs}. */
@NullMarked
package com.salesync.gateway.costs.web;

import org.jspecify.annotations.NullMarked;
