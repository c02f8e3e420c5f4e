/** {@code /stores/settings}. */
@NullMarked
package com.salesync.store.settings.web;

import org.jspecify.annotations.NullMarked;
