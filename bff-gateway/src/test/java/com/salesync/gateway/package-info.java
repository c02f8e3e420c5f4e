/** The gateway called as a client calls it, in front of stubs of the services. */
@NullMarked
package com.salesync.gateway;

import org.jspecify.annotations.NullMarked;
