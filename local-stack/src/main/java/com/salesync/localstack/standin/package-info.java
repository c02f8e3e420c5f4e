/** What stands in for services of others, and how it can be made to misbehave. */
@NullMarked
package com.salesync.localstack.standin;

import org.jspecify.annotations.NullMarked;
