/** Tests without a server. */
@NullMarked
package com.salesync.gateway.consulting;

import org.jspecify.annotations.NullMarked;
