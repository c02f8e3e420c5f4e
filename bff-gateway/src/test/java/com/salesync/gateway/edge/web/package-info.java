/** Tests without a server. */
@NullMarked
package com.salesync.gateway.edge.web;

import org.jspecify.annotations.NullMarked;
