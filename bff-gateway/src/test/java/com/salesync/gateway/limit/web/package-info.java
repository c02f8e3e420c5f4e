@NullMarked
package com.salesync.gateway.limit.web;

import org.jspecify.annotations.NullMarked;
