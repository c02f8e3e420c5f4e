/** Consulting results over HTTP. */
@NullMarked
package com.salesync.dashboard.consulting.web;

import org.jspecify.annotations.NullMarked;
