/**
 * Load on a running system through its gateway, as tills make it: each client waits for an answer
 * before it asks again. Figures of one run are compared with each other, never with a fixed time.
 */
@NullMarked
package com.salesync.benchmarks;

import org.jspecify.annotations.NullMarked;
