/** Asks the services that hold something personal to erase it. */
@NullMarked
package com.salesync.store.erasure.client;

import org.jspecify.annotations.NullMarked;
