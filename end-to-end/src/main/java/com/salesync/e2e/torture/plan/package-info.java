/** What will be done and what will befall, as a pure function of the seed. */
@NullMarked
package com.salesync.e2e.torture.plan;

import org.jspecify.annotations.NullMarked;
