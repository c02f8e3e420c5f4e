/** Running jobs, and ending each with an answer or with a reason. */
@NullMarked
package com.salesync.consulting.running;

import org.jspecify.annotations.NullMarked;
