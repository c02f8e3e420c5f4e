/**
 * What the tests of every service share: real servers, tokens, the tenant table, architecture
 * rules.
 */
@NullMarked
package com.salesync.common.test;

import org.jspecify.annotations.NullMarked;
