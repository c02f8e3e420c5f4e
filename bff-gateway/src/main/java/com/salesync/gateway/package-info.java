/**
 * The one public door. It routes to the services, keeps the edge (CORS, headers, limits), and
 * composes what the web client wants from several of them; it has no aggregate and no database.
 */
@NullMarked
package com.salesync.gateway;

import org.jspecify.annotations.NullMarked;
