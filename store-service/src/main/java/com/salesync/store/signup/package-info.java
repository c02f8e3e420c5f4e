/** Opening an account, and finding out whether a username can still be had. */
@NullMarked
package com.salesync.store.signup;

import org.jspecify.annotations.NullMarked;
