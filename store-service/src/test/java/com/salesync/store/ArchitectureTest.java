package com.salesync.store;

import static com.salesync.common.test.ServiceArchitecture.mainClasses;

import com.salesync.common.test.ServiceArchitecture;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final String ROOT = "com.salesync.store";

  @TestFactory
  Stream<DynamicTest> obeysTheRulesOfTheHouse() {
    JavaClasses classes = mainClasses(ROOT);
    return ServiceArchitecture.rules(ROOT).stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> check(rule, classes)));
  }

  private static void check(ArchRule rule, JavaClasses classes) {
    rule.check(classes);
  }
}
