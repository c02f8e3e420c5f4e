package com.salesync.e2e;

import com.salesync.e2e.client.Answer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A write without a key whose effect can be told from that of every other.
 *
 * @param kind what it does, for instance {@code pay}
 * @param call sends it once
 * @param happened whether its effect is there
 */
record Write(String kind, Supplier<Answer> call, BooleanSupplier happened) {}
