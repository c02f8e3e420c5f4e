/** A till of a running system: the gateway's HTTP API and a shop with a menu, for demo and load. */
@NullMarked
package com.salesync.benchmarks.client;

import org.jspecify.annotations.NullMarked;
