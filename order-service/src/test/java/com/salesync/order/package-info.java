/** The whole service against a real PostgreSQL, with item-service played by WireMock. */
@NullMarked
package com.salesync.order;

import org.jspecify.annotations.NullMarked;
