/** {@code /stores/login} and {@code /stores/pwcheck}. */
@NullMarked
package com.salesync.store.signin.web;

import org.jspecify.annotations.NullMarked;
