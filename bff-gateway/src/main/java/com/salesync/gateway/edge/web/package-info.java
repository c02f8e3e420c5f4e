/**
 * What every request and answer passes, whoever answers: sanitized headers in, the gateway's own
 * security and CORS headers out, each exactly once.
 */
@NullMarked
package com.salesync.gateway.edge.web;

import org.jspecify.annotations.NullMarked;
