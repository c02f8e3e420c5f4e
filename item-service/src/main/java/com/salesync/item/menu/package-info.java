/**
 * What a store sells now: categories and their items. Names are unique among the living by database
 * constraint; what is removed stays on record, for the books of past days speak of it.
 */
@NullMarked
package com.salesync.item.menu;

import org.jspecify.annotations.NullMarked;
