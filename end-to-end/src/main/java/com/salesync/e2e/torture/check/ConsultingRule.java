package com.salesync.e2e.torture.check;

import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.evidence.ShopState;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every request for advice ends, and its answer is there, and stays, once its status says so. */
final class ConsultingRule implements Rule {

  private static final String NAME = "consulting";

  @Override
  public List<Finding> findings(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Map<String, String> answers = new HashMap<>();
    for (Call call : evidence.calls()) {
      if (call.asked().kind() == Kind.CONSULT && call.result() == Result.OK) {
        ended(evidence, call, findings);
      }
      String request = call.asked().text("request");
      if (call.asked().path().startsWith("/dashboard/consulting/") && call.result() == Result.OK) {
        String answer = call.answer().path("consulting").asString("");
        String first = Objects.requireNonNullElse(answers.putIfAbsent(request, answer), answer);
        if (answer.isEmpty() || !answer.equals(first)) {
          findings.add(
              new Finding(
                  NAME,
                  "no answer, or another one: " + Evidence.describe(call) + " " + call.answer()));
        }
      }
    }
    return findings;
  }

  private static void ended(Evidence evidence, Call call, List<Finding> findings) {
    ShopState shop = evidence.shops().get(call.asked().shop());
    String request = call.answer().path("req_id").asString("");
    if (shop == null || request.isEmpty()) {
      return;
    }
    String end = shop.consultations().getOrDefault(request, "unknown");
    if (!end.equals("success") && !end.equals("failed")) {
      findings.add(
          new Finding(
              NAME, "has not ended but is '%s': %s".formatted(end, Evidence.describe(call))));
    }
  }
}
