package com.salesync.benchmarks;

import com.salesync.benchmarks.client.UnexpectedAnswer;
import java.util.function.IntConsumer;

/**
 * What each client does over and over.
 *
 * @param call given the client's number from 0; throws {@link UnexpectedAnswer}
 */
record Scenario(String name, int clients, IntConsumer call) {}
