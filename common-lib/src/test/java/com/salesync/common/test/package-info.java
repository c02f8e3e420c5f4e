/**
 * What the tests of every service share: real servers, tokens, the tenant table, consumers'
 * contracts, architecture rules.
 */
@NullMarked
package com.salesync.common.test;

import org.jspecify.annotations.NullMarked;
