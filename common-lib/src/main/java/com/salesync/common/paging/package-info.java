/** Pages of lists that can grow: how many entries, and where the next page begins. */
@NullMarked
package com.salesync.common.paging;

import org.jspecify.annotations.NullMarked;
