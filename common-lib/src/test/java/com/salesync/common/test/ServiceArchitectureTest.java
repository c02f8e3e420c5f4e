package com.salesync.common.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ServiceArchitectureTest {

  private static final String FIXTURES = "com.salesync.fixture.";

  /** A fixture below {@link #FIXTURES} and the one rule it breaks. */
  private record Broken(String fixture, ArchRule rule) {}

  private static final List<Broken> BROKEN =
      List.of(
          new Broken("otherservice", ServiceArchitecture.noOtherService(FIXTURES + "otherservice")),
          new Broken("featureweb", ServiceArchitecture.featuresKnowNoHttp(FIXTURES + "featureweb")),
          new Broken("servlet", ServiceArchitecture.featuresKnowNoHttp(FIXTURES + "servlet")),
          new Broken("fieldinjection", ServiceArchitecture.noFieldInjection()),
          new Broken("valueannotation", ServiceArchitecture.noValueAnnotation()),
          new Broken("vaguename", ServiceArchitecture.noVagueNames()),
          new Broken("catchall", ServiceArchitecture.noCatchAllRepositories()),
          new Broken("rowstream", ServiceArchitecture.noRowsAsAStream()),
          new Broken("http", ServiceArchitecture.featuresKnowNoHttp(FIXTURES + "http")),
          new Broken("kafka", ServiceArchitecture.featuresKnowNoKafka(FIXTURES + "kafka")),
          new Broken("crowded", ServiceArchitecture.fewTypesInAPackage()),
          new Broken("bucket", ServiceArchitecture.oneOfEachBrake()),
          new Broken("semaphore", ServiceArchitecture.oneOfEachBrake()),
          new Broken("backoff", ServiceArchitecture.oneOfEachBrake()),
          new Broken("constraint", ServiceArchitecture.constraintsSpeakToShopkeepers()),
          new Broken("constraintword", ServiceArchitecture.constraintsSpeakToShopkeepers()),
          new Broken("cycle", ServiceArchitecture.noCycles(FIXTURES + "cycle")));

  @TestFactory
  Stream<DynamicTest> catchesEachFixture() {
    return BROKEN.stream()
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.fixture(),
                    () -> {
                      JavaClasses classes = fixture(broken.fixture());
                      assertThat(classes).isNotEmpty();
                      assertThat(broken.rule().evaluate(classes).hasViolation()).isTrue();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> findsNothingWrongWithACleanService() {
    return ServiceArchitecture.rules(FIXTURES + "clean").stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(fixture("clean"))));
  }

  @TestFactory
  Stream<DynamicTest> findsNothingWrongWithTheLibraryItself() {
    JavaClasses library = ServiceArchitecture.mainClasses("com.salesync.common");
    return Stream.of(
            ServiceArchitecture.fewTypesInAPackage(),
            ServiceArchitecture.constraintsSpeakToShopkeepers(),
            ServiceArchitecture.noFieldInjection(),
            ServiceArchitecture.noValueAnnotation(),
            ServiceArchitecture.noRowsAsAStream(),
            ServiceArchitecture.noVagueNames())
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(library)));
  }

  @Test
  void hasAFixtureForEveryRule() {
    Set<String> rules =
        ServiceArchitecture.rules("root").stream()
            .map(ServiceArchitectureTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> broken =
        BROKEN.stream()
            .map(fixture -> name(fixture.rule()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(broken).isEqualTo(rules);
  }

  private static String name(ArchRule rule) {
    return rule.getDescription().replaceAll("'[^']*'", "");
  }

  private static JavaClasses fixture(String name) {
    return new ClassFileImporter().importPackages(FIXTURES + name);
  }
}
