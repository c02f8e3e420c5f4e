/**
 * What never gets into a log, whatever was logged by mistake, and what gets there once a minute.
 */
@NullMarked
package com.salesync.common.logging;

import org.jspecify.annotations.NullMarked;
