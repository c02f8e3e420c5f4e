/**
 * How far a service trusts what it last heard of ended sessions while store-service cannot be
 * asked: for selling long, for what could do harm hardly at all.
 */
@NullMarked
package com.salesync.common.session;

import org.jspecify.annotations.NullMarked;
