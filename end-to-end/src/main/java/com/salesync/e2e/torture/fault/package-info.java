/** What befalls a stack. */
@NullMarked
package com.salesync.e2e.torture.fault;

import org.jspecify.annotations.NullMarked;
