/**
 * Torture: a stack of its own works under load while faults by the thousand befall it, every call
 * is recorded, and afterwards a checker that knows nothing of the implementation says whether what
 * clients were told can be true.
 *
 * <p>{@code plan} is a pure function of the seed. {@code till} does what the plan says and records
 * it in {@code history}; {@code fault} does to the stack what the plan says. {@code check} reads
 * the history. The heart of it is a search for an order of the accepted requests that explains all
 * answers (linearizability after Wing and Gong, with memory), which stays small because no table of
 * a shop is used for longer than the plan's {@code Epoch}.
 */
@NullMarked
package com.salesync.e2e.torture;

import org.jspecify.annotations.NullMarked;
