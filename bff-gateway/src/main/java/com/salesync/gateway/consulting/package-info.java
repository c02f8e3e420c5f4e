/** Follows a consulting job until its answer is there, in place of the client. */
@NullMarked
package com.salesync.gateway.consulting;

import org.jspecify.annotations.NullMarked;
