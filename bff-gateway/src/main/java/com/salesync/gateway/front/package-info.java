/** What a visitor meets: the landing page, the API documentation, and whether everything is up. */
@NullMarked
package com.salesync.gateway.front;

import org.jspecify.annotations.NullMarked;
