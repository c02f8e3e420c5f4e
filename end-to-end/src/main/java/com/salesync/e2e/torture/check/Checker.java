package com.salesync.e2e.torture.check;

import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import java.util.List;

/** Holds what happened against all promises. */
public final class Checker {

  private static final List<Rule> RULES =
      List.of(
          new TablesRule(),
          new SalesRule(),
          new FiguresRule(),
          new AnswersRule(),
          new SessionsRule(),
          new PasswordsRule(),
          new MenuRule(),
          new ConsultingRule(),
          new TextsRule());

  private Checker() {}

  /** All that cannot be; empty if all is well. */
  public static List<Finding> findings(Evidence evidence) {
    return RULES.stream().flatMap(rule -> rule.findings(evidence).stream()).toList();
  }
}
