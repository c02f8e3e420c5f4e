/** What never gets into a log, whatever was logged by mistake. */
@NullMarked
package com.salesync.common.logging;

import org.jspecify.annotations.NullMarked;
