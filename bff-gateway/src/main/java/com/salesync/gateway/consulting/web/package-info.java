/** {@code /bff/consulting}: a job's progress as server-sent events. */
@NullMarked
package com.salesync.gateway.consulting.web;

import org.jspecify.annotations.NullMarked;
