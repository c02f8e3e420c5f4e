/** What a store sold and earned in a range of days, from daily volumes and the cost of each day. */
@NullMarked
package com.salesync.dashboard.report;

import org.jspecify.annotations.NullMarked;
