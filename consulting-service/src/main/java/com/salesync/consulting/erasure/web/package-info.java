/** Erasure over HTTP, for store-service. */
@NullMarked
package com.salesync.consulting.erasure.web;

import org.jspecify.annotations.NullMarked;
