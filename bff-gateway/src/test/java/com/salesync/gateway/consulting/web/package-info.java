/** Tests without a server. */
@NullMarked
package com.salesync.gateway.consulting.web;

import org.jspecify.annotations.NullMarked;
