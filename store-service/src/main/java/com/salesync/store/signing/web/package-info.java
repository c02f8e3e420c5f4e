/** The published keys, and the operator's order to change them. */
@NullMarked
package com.salesync.store.signing.web;

import org.jspecify.annotations.NullMarked;
