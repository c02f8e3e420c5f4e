/** What stands between the parts: the port of a service with several replicas. */
@NullMarked
package com.salesync.localstack.network;

import org.jspecify.annotations.NullMarked;
