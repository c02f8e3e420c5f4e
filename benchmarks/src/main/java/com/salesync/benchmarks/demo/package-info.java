/**
 * The demo shop. Account, menu and today's orders go through the public HTTP API as a till would
 * send them; the ninety days before are loaded in bulk and leave the rows the services would have.
 * In the end it shows what the owner gets from them: a report, advice and the settlement text.
 */
@NullMarked
package com.salesync.benchmarks.demo;

import org.jspecify.annotations.NullMarked;
