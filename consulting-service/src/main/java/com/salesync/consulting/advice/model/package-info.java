/** The language model behind any OpenAI-compatible endpoint. */
@NullMarked
package com.salesync.consulting.advice.model;

import org.jspecify.annotations.NullMarked;
