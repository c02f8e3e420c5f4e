/** Costs over HTTP: for the store's own clients, and their history for the reports. */
@NullMarked
package com.salesync.item.cost.web;

import org.jspecify.annotations.NullMarked;
