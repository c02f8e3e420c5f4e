/**
 * How a request fails: one exception that names status and code, answered as RFC 9457 with the
 * fields a till reads.
 */
@NullMarked
package com.salesync.common.problem;

import org.jspecify.annotations.NullMarked;
