/** The service as a till, another service and a crash see it. */
@NullMarked
package com.salesync.sale;

import org.jspecify.annotations.NullMarked;
