/** Accepting requests for advice. */
@NullMarked
package com.salesync.consulting.request;

import org.jspecify.annotations.NullMarked;
