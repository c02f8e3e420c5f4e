/**
 * HTTP habits of every service: trailing slashes, request ids, body limits, whole-number money, the
 * tenant's own store_id.
 */
@NullMarked
package com.salesync.common.web;

import org.jspecify.annotations.NullMarked;
