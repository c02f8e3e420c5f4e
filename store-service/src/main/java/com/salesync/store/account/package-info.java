/**
 * The account of a store: its names, profile and settings, and the rules they obey. A closed store
 * keeps its row, its username and its records; nobody can sign in to it any more.
 */
@NullMarked
package com.salesync.store.account;

import org.jspecify.annotations.NullMarked;
