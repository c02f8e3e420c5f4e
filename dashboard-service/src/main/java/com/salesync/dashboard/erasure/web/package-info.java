/** Erasure over HTTP, for store-service. */
@NullMarked
package com.salesync.dashboard.erasure.web;

import org.jspecify.annotations.NullMarked;
