/**
 * Mistakes that are put into a running service on purpose, by a Java agent: who proves that nothing
 * is wrong shows first that he would see it. It reaches a service only when torture is asked to
 * attach it; no deployed jar contains it.
 */
@NullMarked
package com.salesync.e2e.plant;

import org.jspecify.annotations.NullMarked;
