/** When a store's business day begins, and in which language it is written to. */
@NullMarked
package com.salesync.store.settings;

import org.jspecify.annotations.NullMarked;
