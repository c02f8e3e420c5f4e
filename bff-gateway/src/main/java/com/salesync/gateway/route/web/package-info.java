/**
 * Which path goes to which service, and how a request gets there and its answer back: streamed,
 * over HTTP/1.1, with a time limit, and with an outage told as a 503.
 */
@NullMarked
package com.salesync.gateway.route.web;

import org.jspecify.annotations.NullMarked;
