/**
 * Who asks: verification of store tokens, minting and verification of internal tokens, sessions
 * that have ended.
 */
@NullMarked
package com.salesync.common.security;

import org.jspecify.annotations.NullMarked;
