package com.salesync.e2e.torture.check;

import com.salesync.e2e.client.Outcome;
import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.evidence.ShopState;
import com.salesync.e2e.torture.history.Attempt;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No answer is one that is never given, shows another shop's things or differs from its repeat. */
final class AnswersRule implements Rule {

  private static final Set<Kind> CREATING = EnumSet.of(Kind.PLACE, Kind.PAY, Kind.SIGN_UP);

  @Override
  public List<Finding> findings(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (Call call : evidence.calls()) {
      broken(call, findings);
      different(call, findings);
      foreign(evidence, call, findings);
    }
    return findings;
  }

  private static void broken(Call call, List<Finding> findings) {
    for (Attempt attempt : call.attempts()) {
      if (attempt.outcome() == Outcome.BROKEN) {
        findings.add(
            new Finding(
                "answers",
                "%d %s to %s"
                    .formatted(attempt.status(), attempt.answer(), Evidence.describe(call))));
      }
    }
  }

  private static void different(Call call, List<Finding> findings) {
    if (!CREATING.contains(call.asked().kind())) {
      return;
    }
    List<Long> ids =
        call.attempts().stream()
            .filter(attempt -> attempt.outcome() == Outcome.DONE)
            .map(attempt -> idOf(call, attempt))
            .distinct()
            .toList();
    if (ids.size() > 1) {
      findings.add(
          new Finding(
              "answers",
              "repeats were answered with %s: %s".formatted(ids, Evidence.describe(call))));
    }
  }

  private static long idOf(Call call, Attempt attempt) {
    return attempt
        .body()
        .path(
            switch (call.asked().kind()) {
              case PLACE -> "order_id";
              case SIGN_UP -> "store_id";
              default -> "id";
            })
        .asLong();
  }

  private static void foreign(Evidence evidence, Call call, List<Finding> findings) {
    for (Map.Entry<Integer, ShopState> shop : evidence.shops().entrySet()) {
      if (shop.getKey() == call.asked().shop()) {
        continue;
      }
      for (Attempt attempt : call.attempts()) {
        if (attempt.answer().contains(shop.getValue().marker())) {
          findings.add(
              new Finding(
                  "tenants",
                  "shows what is shop %d's: %s %s"
                      .formatted(shop.getKey(), Evidence.describe(call), attempt.answer())));
        }
      }
    }
    if (call.asked().has("foreign") && call.result() == Result.OK) {
      findings.add(new Finding("tenants", "was accepted: " + Evidence.describe(call)));
    }
  }
}
