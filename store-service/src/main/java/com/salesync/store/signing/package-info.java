/**
 * The ES256 keys that sign store tokens: created, sealed and kept in this service's schema,
 * published well before they sign, and for as long as anything they signed is alive.
 */
@NullMarked
package com.salesync.store.signing;

import org.jspecify.annotations.NullMarked;
