package com.salesync.common.neighbour;

import org.jspecify.annotations.Nullable;

/**
 * What a call on behalf of a user repeats of the user's own request. A controller that asks for it
 * gets that of its request; it is good in any thread.
 *
 * @param authorization the user's token, as sent
 * @param acceptLanguage the language the user reads
 */
public record UserHeaders(@Nullable String authorization, @Nullable String acceptLanguage) {}
