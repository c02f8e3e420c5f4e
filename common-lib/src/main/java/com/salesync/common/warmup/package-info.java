/**
 * Before a service is ready it has done once what it will be asked for: its own port was asked,
 * what writes was written and rolled back. Nothing of it is kept or counted, and no neighbour hears
 * of it.
 *
 * <p>A request ends in a business refusal where its own database suffices for one: no such item, no
 * such table. Where a neighbour would have to be asked first (paying, settling, advice), or a
 * password hashed, it ends in validation; what lies behind that is warmed up by the {@link
 * com.salesync.common.warmup.WarmUpStatements} alone, and the client of the neighbour by the first
 * who needs it.
 */
@NullMarked
package com.salesync.common.warmup;

import org.jspecify.annotations.NullMarked;
