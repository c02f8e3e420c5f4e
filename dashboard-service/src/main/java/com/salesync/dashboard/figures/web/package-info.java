/** The reports, and the same figures for other services. */
@NullMarked
package com.salesync.dashboard.figures.web;

import org.jspecify.annotations.NullMarked;
