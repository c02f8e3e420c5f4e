package com.salesync.order;

import com.salesync.common.test.ServiceArchitecture;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final String ROOT = "com.salesync.order";

  @TestFactory
  Stream<DynamicTest> obeysTheRulesOfTheHouse() {
    JavaClasses classes = ServiceArchitecture.mainClasses(ROOT);
    return ServiceArchitecture.rules(ROOT).stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }
}
