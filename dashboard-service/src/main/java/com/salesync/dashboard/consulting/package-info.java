/** Answers of consulting-service, kept by request and served to the store that asked. */
@NullMarked
package com.salesync.dashboard.consulting;

import org.jspecify.annotations.NullMarked;
