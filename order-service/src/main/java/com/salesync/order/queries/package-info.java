/** Orders as they are read, each question by one statement. */
@NullMarked
package com.salesync.order.queries;

import org.jspecify.annotations.NullMarked;
