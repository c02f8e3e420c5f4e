/** What a period earned, by item and by weekday, as the dashboard computed it. */
@NullMarked
package com.salesync.consulting.figures;

import org.jspecify.annotations.NullMarked;
