/** How JSON is read: text as text, whole numbers in every spelling that is one. */
@NullMarked
package com.salesync.common.json;

import org.jspecify.annotations.NullMarked;
