/** What clients asked and were answered, with times. */
@NullMarked
package com.salesync.e2e.torture.history;

import org.jspecify.annotations.NullMarked;
