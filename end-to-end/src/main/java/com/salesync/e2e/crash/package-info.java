/**
 * A seam by which a test kills a service at a chosen step of a request. It reaches a service only
 * when a test puts this module on that service's class path; no deployed jar contains it.
 */
@NullMarked
package com.salesync.e2e.crash;

import org.jspecify.annotations.NullMarked;
