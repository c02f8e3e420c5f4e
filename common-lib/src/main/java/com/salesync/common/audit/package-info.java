/** The append-only record of who did what to accounts, prices and money. */
@NullMarked
package com.salesync.common.audit;

import org.jspecify.annotations.NullMarked;
