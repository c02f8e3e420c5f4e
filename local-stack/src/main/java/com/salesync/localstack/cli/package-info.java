/** What {@code ./salesync} understands, one class per command. */
@NullMarked
package com.salesync.localstack.cli;

import org.jspecify.annotations.NullMarked;
