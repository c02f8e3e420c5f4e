/** The store's business day and ranges of business days. */
@NullMarked
package com.salesync.common.time;

import org.jspecify.annotations.NullMarked;
