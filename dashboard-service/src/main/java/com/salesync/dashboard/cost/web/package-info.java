/** The catalogue's costs under the dashboard's path. */
@NullMarked
package com.salesync.dashboard.cost.web;

import org.jspecify.annotations.NullMarked;
