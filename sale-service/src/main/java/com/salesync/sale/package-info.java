/** Takes payments and keeps what they brought in; see README.md for the saga. */
@NullMarked
package com.salesync.sale;

import org.jspecify.annotations.NullMarked;
