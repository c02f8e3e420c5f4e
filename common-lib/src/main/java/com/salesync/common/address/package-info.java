/** From where a request comes, as far as limits and records are concerned. */
@NullMarked
package com.salesync.common.address;

import org.jspecify.annotations.NullMarked;
