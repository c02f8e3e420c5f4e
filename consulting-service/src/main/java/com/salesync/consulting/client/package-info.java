/** The services this one calls, each with what is read of its answers. */
@NullMarked
package com.salesync.consulting.client;

import org.jspecify.annotations.NullMarked;
