/**
 * Client addresses as they are recorded: hashed with a key per store, so that two records show
 * whether they came from one address, but not from which, and nothing once the key is gone.
 */
@NullMarked
package com.salesync.store.clientaddress;

import org.jspecify.annotations.NullMarked;
