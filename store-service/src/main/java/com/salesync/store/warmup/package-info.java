/** What store-service writes before it is ready, and takes back. */
@NullMarked
package com.salesync.store.warmup;

import org.jspecify.annotations.NullMarked;
