/**
 * How often an address may sign up, ask for usernames and guess passwords, counted in this
 * replica's memory, and so that nobody can lock an owner out by guessing wrong on purpose.
 */
@NullMarked
package com.salesync.store.ratelimit;

import org.jspecify.annotations.NullMarked;
