/** Says whether what clients were answered can be true; knows the published contract only. */
@NullMarked
package com.salesync.e2e.torture.check;

import org.jspecify.annotations.NullMarked;
