/** Pages of lists that can grow: at most 1000 entries by ascending id, and where to go on. */
@NullMarked
package com.salesync.item.paging;

import org.jspecify.annotations.NullMarked;
