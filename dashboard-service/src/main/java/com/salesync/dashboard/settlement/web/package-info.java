/** Settling over HTTP. */
@NullMarked
package com.salesync.dashboard.settlement.web;

import org.jspecify.annotations.NullMarked;
