/** Revenue, volume, cost and profit of a range of days: the one place that computes them. */
@NullMarked
package com.salesync.dashboard.figures;

import org.jspecify.annotations.NullMarked;
