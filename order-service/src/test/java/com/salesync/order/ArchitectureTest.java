package com.salesync.order;

import com.salesync.common.test.ServiceArchitecture;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final String ROOT = "com.salesync.order";
  private static final JavaClasses CLASSES = ServiceArchitecture.mainClasses(ROOT);

  static List<ArchRule> rules() {
    return Stream.of(ServiceArchitecture.rules(ROOT), ServiceArchitecture.comingRules(ROOT))
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(CLASSES);
  }
}
