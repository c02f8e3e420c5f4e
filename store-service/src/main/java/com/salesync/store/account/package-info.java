/**
 * Store accounts: signing up, logging in, the profile and settings of a store, closing it. A closed
 * store keeps its row, its username and its books; nobody gets in any more.
 */
@NullMarked
package com.salesync.store.account;

import org.jspecify.annotations.NullMarked;
