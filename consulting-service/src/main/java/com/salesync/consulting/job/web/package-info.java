/** Asking for advice, and how far it has come, over HTTP. */
@NullMarked
package com.salesync.consulting.job.web;

import org.jspecify.annotations.NullMarked;
