/**
 * The deployment files of this repository, checked without a cluster, a cloud or a container
 * engine. Each check is shown to fail by a deliberately broken input.
 */
@NullMarked
package com.salesync.deploychecks;

import org.jspecify.annotations.NullMarked;
