/**
 * Consulting requests as jobs that survive the process: accepted, queued fairly, run, answered or
 * failed with a reason.
 */
@NullMarked
package com.salesync.consulting.job;

import org.jspecify.annotations.NullMarked;
