/** The second opinion: all schemas at once, by a role that no service has. */
@NullMarked
package com.salesync.e2e.database;

import org.jspecify.annotations.NullMarked;
