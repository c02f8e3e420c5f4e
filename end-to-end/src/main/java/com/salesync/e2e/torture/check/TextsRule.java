package com.salesync.e2e.torture.check;

import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No owner is texted the same twice. */
final class TextsRule implements Rule {

  @Override
  public List<Finding> findings(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    evidence
        .shops()
        .forEach(
            (number, shop) -> {
              Map<String, Integer> counts = new HashMap<>();
              shop.texts().forEach(text -> counts.merge(text, 1, Integer::sum));
              counts.forEach(
                  (text, count) -> {
                    if (count > 1) {
                      findings.add(
                          new Finding(
                              "texts",
                              "shop %d was texted %d times: %s".formatted(number, count, text)));
                    }
                  });
            });
    return findings;
  }
}
