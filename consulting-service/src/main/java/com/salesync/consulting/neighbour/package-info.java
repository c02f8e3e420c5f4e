/** What consulting asks its neighbours: the figures of a period and who the store is. */
@NullMarked
package com.salesync.consulting.neighbour;

import org.jspecify.annotations.NullMarked;
