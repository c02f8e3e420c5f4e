/** How passwords are kept (Argon2id) and which are refused. */
@NullMarked
package com.salesync.store.password;

import org.jspecify.annotations.NullMarked;
