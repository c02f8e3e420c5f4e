/** Who may speak for a store: logging in, and confirming the password. */
@NullMarked
package com.salesync.store.signin;

import org.jspecify.annotations.NullMarked;
