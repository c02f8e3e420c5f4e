/**
 * Statements that hold for whatever is generated: a seeded source of inputs, and what clients might
 * send to a service, made from its OpenAPI document.
 */
@NullMarked
package com.salesync.common.test.property;

import org.jspecify.annotations.NullMarked;
