package com.salesync.e2e.torture.search;

import java.util.List;
import java.util.function.Function;

/**
 * Something that happened at one moment between two.
 *
 * @param optional whether it may as well not have happened
 * @param apply the states that may follow a state, none where it cannot happen
 */
public record Operation<S>(
    String label, long from, long until, boolean optional, Function<S, List<S>> apply) {}
