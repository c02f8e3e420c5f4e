/** What a person may type as a name or a text, and how it is kept. */
@NullMarked
package com.salesync.common.text;

import org.jspecify.annotations.NullMarked;
