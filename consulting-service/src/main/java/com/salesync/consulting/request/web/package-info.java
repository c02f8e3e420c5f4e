/** Asking for advice, and how far it has come, over HTTP. */
@NullMarked
package com.salesync.consulting.request.web;

import org.jspecify.annotations.NullMarked;
