/**
 * The end of what is known of people: some time after a store was closed, everything personal is
 * erased, here and in the services that hold some, and its figures stay without a name.
 */
@NullMarked
package com.salesync.store.erasure;

import org.jspecify.annotations.NullMarked;
