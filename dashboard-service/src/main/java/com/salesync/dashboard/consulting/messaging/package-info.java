/** Reads the topic on which consulting-service publishes; what cannot be read is set aside. */
@NullMarked
package com.salesync.dashboard.consulting.messaging;

import org.jspecify.annotations.NullMarked;
