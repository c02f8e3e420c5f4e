/** The beans only a service with a schema of its own needs. */
@NullMarked
package com.salesync.common.database;

import org.jspecify.annotations.NullMarked;
