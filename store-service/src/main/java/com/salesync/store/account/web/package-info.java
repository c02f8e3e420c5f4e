/** What is read of accounts by the operator and by other services, and what all forms share. */
@NullMarked
package com.salesync.store.account.web;

import org.jspecify.annotations.NullMarked;
