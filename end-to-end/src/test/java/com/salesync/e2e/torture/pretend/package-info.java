/** A system in one class that keeps every promise, and can be told to break one. */
@NullMarked
package com.salesync.e2e.torture.pretend;

import org.jspecify.annotations.NullMarked;
