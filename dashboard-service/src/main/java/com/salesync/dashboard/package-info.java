/** Reports, settlement texts and consulting results of a store. */
@NullMarked
package com.salesync.dashboard;

import org.jspecify.annotations.NullMarked;
