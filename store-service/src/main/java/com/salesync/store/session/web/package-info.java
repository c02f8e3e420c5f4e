/** Logging out, and the feed of ended sessions for the other services. */
@NullMarked
package com.salesync.store.session.web;

import org.jspecify.annotations.NullMarked;
