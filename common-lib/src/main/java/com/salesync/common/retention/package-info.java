/** How long rows are kept, and what deletes them. */
@NullMarked
package com.salesync.common.retention;

import org.jspecify.annotations.NullMarked;
