/** What a period earned, by item and by weekday: all that an adviser gets to see. */
@NullMarked
package com.salesync.consulting.figures;

import org.jspecify.annotations.NullMarked;
