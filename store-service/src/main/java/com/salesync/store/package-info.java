/**
 * Store accounts and who may speak for them: sign-up, login, sessions, and the keys that sign every
 * access token of Salesync.
 */
@NullMarked
package com.salesync.store;

import org.jspecify.annotations.NullMarked;
