/** What the dashboard asks its neighbours: the ports of its features, answered over HTTP. */
@NullMarked
package com.salesync.dashboard.neighbour;

import org.jspecify.annotations.NullMarked;
