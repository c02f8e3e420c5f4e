/**
 * Sessions: each access token belongs to one, and ending it ends the token everywhere within
 * seconds. The list of ended sessions is what every other service asks for.
 */
@NullMarked
package com.salesync.store.session;

import org.jspecify.annotations.NullMarked;
