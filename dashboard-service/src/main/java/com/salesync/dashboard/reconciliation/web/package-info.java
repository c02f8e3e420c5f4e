/** The proof over HTTP. */
@NullMarked
package com.salesync.dashboard.reconciliation.web;

import org.jspecify.annotations.NullMarked;
