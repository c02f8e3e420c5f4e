/** The reports over HTTP. */
@NullMarked
package com.salesync.dashboard.report.web;

import org.jspecify.annotations.NullMarked;
