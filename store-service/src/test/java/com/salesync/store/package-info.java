/** Tests of store-service over HTTP, against its real database. */
@NullMarked
package com.salesync.store;

import org.jspecify.annotations.NullMarked;
