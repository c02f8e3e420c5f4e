/** Advisers: the offline one that composes from the figures, and the language model. */
@NullMarked
package com.salesync.consulting.advice;

import org.jspecify.annotations.NullMarked;
