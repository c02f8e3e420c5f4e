/** A store's own data and password, and closing its account. */
@NullMarked
package com.salesync.store.profile;

import org.jspecify.annotations.NullMarked;
