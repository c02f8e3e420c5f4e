package com.salesync.deploychecks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls between services, by the caller's short name. */
final class Calls {

  private Calls() {}

  static Map<String, List<String>> expected() {
    Map<String, List<String>> calls = new LinkedHashMap<>();
    Manifest table = Yamls.load("deploy-checks/src/test/resources/calls.yaml");
    table.fields().keySet().forEach(caller -> calls.put(caller, table.texts(caller)));
    return calls;
  }
}
