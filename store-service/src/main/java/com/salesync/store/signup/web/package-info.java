/** {@code POST /stores} and {@code GET /stores/check}. */
@NullMarked
package com.salesync.store.signup.web;

import org.jspecify.annotations.NullMarked;
