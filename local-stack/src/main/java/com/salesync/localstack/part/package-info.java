/** The parts of the stack: where each listens, its secrets, its settings and its command line. */
@NullMarked
package com.salesync.localstack.part;

import org.jspecify.annotations.NullMarked;
