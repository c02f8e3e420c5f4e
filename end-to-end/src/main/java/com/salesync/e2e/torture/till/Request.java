package com.salesync.e2e.torture.till;

import com.salesync.e2e.torture.history.Asked;
import com.salesync.e2e.torture.plan.Step.How;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call to be made.
 *
 * @param token null for a stranger
 * @param body null without one
 * @param ifMatch null without one
 * @param repeatable whether sending it again does no more than sending it once
 */
record Request(
    Asked asked,
    @Nullable String token,
    @Nullable Object body,
    @Nullable String ifMatch,
    boolean repeatable,
    Set<How> how) {

  static Request read(Asked asked, @Nullable String token) {
    return new Request(asked, token, null, null, false, EnumSet.of(How.GIVES_UP));
  }

  static Request write(Asked asked, @Nullable String token, @Nullable Object body, Set<How> how) {
    return new Request(asked, token, body, null, asked.key() != null, how);
  }

  Request again() {
    return new Request(asked, token, body, ifMatch, true, how);
  }

  Request ifMatch(String etag) {
    return new Request(asked, token, body, etag, repeatable, how);
  }
}
