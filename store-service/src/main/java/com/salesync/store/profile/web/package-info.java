/** {@code GET /stores}, {@code PUT} and {@code DELETE /stores/{store_id}}. */
@NullMarked
package com.salesync.store.profile.web;

import org.jspecify.annotations.NullMarked;
