/**
 * Costs are the catalogue's: read and written there, with the owner's own token, answers unchanged.
 */
@NullMarked
package com.salesync.dashboard.cost;

import org.jspecify.annotations.NullMarked;
