/** The roll-up for other services, and the operator's command that proves it. */
@NullMarked
package com.salesync.order.volume.web;

import org.jspecify.annotations.NullMarked;
