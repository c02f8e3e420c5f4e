/**
 * Child processes: how one is launched so that Ctrl-C does not reach it before its turn, awaited,
 * restarted with back-off when it dies, measured, and found again when its launcher was killed.
 * Knows nothing of what the processes are.
 */
@NullMarked
package com.salesync.localstack.process;

import org.jspecify.annotations.NullMarked;
