/** A service of nothing but common-lib, to see what every service gets from it. */
package com.salesync.common.sample;
