/**
 * What a store sells now: categories and their items. Names are unique among the active by database
 * constraint; what is removed stays on record, for reports of past days show it.
 */
@NullMarked
package com.salesync.item.menu;

import org.jspecify.annotations.NullMarked;
