/**
 * Watches from inside the database that the books keep their invariants, and exports what it sees
 * as metrics.
 */
@NullMarked
package com.salesync.sale.books;

import org.jspecify.annotations.NullMarked;
