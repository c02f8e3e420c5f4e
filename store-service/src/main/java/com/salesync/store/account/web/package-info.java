/** The HTTP side of accounts: everything under <em>Stores</em> in the contract. */
@NullMarked
package com.salesync.store.account.web;

import org.jspecify.annotations.NullMarked;
