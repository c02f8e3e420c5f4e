/** Tests without a server. */
@NullMarked
package com.salesync.gateway.limit;

import org.jspecify.annotations.NullMarked;
