/** One effect and one answer per Idempotency-Key, kept in the service's own schema. */
@NullMarked
package com.salesync.common.idempotency;

import org.jspecify.annotations.NullMarked;
