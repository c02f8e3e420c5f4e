/**
 * Consulting requests as jobs that survive the process: their states, the fair queue to which they
 * are admitted, and the outbox of what others learn of them.
 */
@NullMarked
package com.salesync.consulting.job;

import org.jspecify.annotations.NullMarked;
