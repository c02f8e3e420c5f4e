package com.salesync.gateway;

import com.salesync.common.test.ServiceArchitecture;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final String ROOT = "com.salesync.gateway";
  private static final JavaClasses CLASSES = ServiceArchitecture.mainClasses(ROOT);

  @TestFactory
  Stream<DynamicTest> followsTheRulesOfTheHouse() {
    return ServiceArchitecture.rules(ROOT).stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
  }
}
