/** Takes and voids payments and keeps the daily revenue; see README.md for the saga. */
@NullMarked
package com.salesync.sale;

import org.jspecify.annotations.NullMarked;
