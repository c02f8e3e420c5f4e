package com.salesync.common.test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the house. Each has a fixture under {@code fixture} that breaks it. */
public final class ServiceArchitecture {

  private static final int MOST_TYPES = 12;

  private static final ClassesTransformer<JavaPackage> PACKAGES =
      new AbstractClassesTransformer<>("packages") {
        @Override
        public Iterable<JavaPackage> doTransform(JavaClasses classes) {
          return classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        }
      };

  private ServiceArchitecture() {}

  /** Everything a service must obey; {@code root} is its base package. */
  public static List<ArchRule> rules(String root) {
    return List.of(
        noOtherService(root),
        featuresKnowNoHttp(root),
        featuresKnowNoKafka(root),
        noFieldInjection(),
        noValueAnnotation(),
        noVagueNames(),
        noCatchAllRepositories(),
        noRowsAsAStream(),
        fewTypesInAPackage(),
        oneOfEachBrake(),
        constraintsSpeakToShopkeepers(),
        noCycles(root));
  }

  /** The production classes of a base package. */
  public static JavaClasses mainClasses(String root) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(root);
  }

  /** Services meet over HTTP and Kafka only. */
  public static ArchRule noOtherService(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should(
            dependOnClassesThat(
                resideInAPackage("com.salesync..")
                    .and(not(resideInAnyPackage(root + "..", "com.salesync.common..")))))
        .as("A service depends on no other service");
  }

  /**
   * {@code web -> feature <- clients}, never back: whoever turns answers of other services into
   * words of the domain lives beside the client's interface.
   */
  public static ArchRule featuresKnowNoHttp(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + "..web..", root)
        .and(not(resideBesideAClient()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            root + "..web..",
            "org.springframework.http..",
            "org.springframework.web..",
            "jakarta.servlet..",
            "java.net.http..",
            "org.apache.hc..")
        .as("A feature knows no HTTP")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> resideBesideAClient() {
    return DescribedPredicate.describe(
        "reside in a package that declares a client of a neighbour",
        type -> type.getPackage().getClasses().stream().anyMatch(clientsOfNeighbours()));
  }

  public static ArchRule featuresKnowNoKafka(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + "..messaging..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
        .as("Only messaging knows Kafka")
        .allowEmptyShould(true);
  }

  /** Split along the domain where there are more; nested types and package-info do not count. */
  public static ArchRule fewTypesInAPackage() {
    return all(PACKAGES)
        .should(holdNoMoreThan(MOST_TYPES))
        .as("A package holds at most " + MOST_TYPES + " types")
        .allowEmptyShould(true);
  }

  private static ArchCondition<JavaPackage> holdNoMoreThan(int most) {
    return new ArchCondition<>("hold no more than %d types", most) {
      @Override
      public void check(JavaPackage found, ConditionEvents events) {
        long types =
            found.getClasses().stream()
                .filter(type -> type.isTopLevelClass() && !type.isArray())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .count();
        String message = found.getName() + " holds " + types + " types";
        events.add(new SimpleConditionEvent(found, types <= most, message));
      }
    };
  }

  /** How often, how many at once and how soon again is decided by {@code common.resilience}. */
  public static ArchRule oneOfEachBrake() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("com.salesync.common..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.bucket4j..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Semaphore")
        .orShould()
        .haveSimpleNameContaining("Backoff")
        .orShould()
        .haveSimpleNameContaining("BackOff")
        .as("There is one rate limiter, one bulkhead and one back-off")
        .allowEmptyShould(true);
  }

  /** A validator's own texts are a programmer's; whatever a request is held to has one of ours. */
  public static ArchRule constraintsSpeakToShopkeepers() {
    return classes()
        .that()
        .resideInAnyPackage("..web..", "com.salesync.common..")
        .should(new ConstraintTexts())
        .as("Every constraint has a text of ours in every language")
        .allowEmptyShould(true);
  }

  /** Spring spells the headers and bodies of an outgoing call as it does those of a controller. */
  private static DescribedPredicate<JavaClass> clientsOfNeighbours() {
    return DescribedPredicate.describe(
        "clients of neighbours",
        type ->
            type.isInterface()
                && type.getMethods().stream()
                    .anyMatch(
                        method ->
                            method.isMetaAnnotatedWith(
                                "org.springframework.web.service.annotation.HttpExchange")));
  }

  public static ArchRule noFieldInjection() {
    return noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .as("Dependencies come by the constructor");
  }

  public static ArchRule noValueAnnotation() {
    return fields()
        .should()
        .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .as("Configuration comes by typed properties, not @Value");
  }

  public static ArchRule noVagueNames() {
    return classes()
        .should()
        .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager)$")
        .as("Names say what a class is for")
        .allowEmptyShould(true);
  }

  /** An inherited findById or findAll would know no tenant. */
  public static ArchRule noCatchAllRepositories() {
    return noClasses()
        .should()
        .beAssignableTo("org.springframework.data.repository.CrudRepository")
        .as("Repositories declare the few methods they need, each scoped by store");
  }

  /** Such a stream keeps its connection until it is closed, and looks like any other. */
  public static ArchRule noRowsAsAStream() {
    return noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "stream rows",
                call ->
                    call.getTargetOwner().getPackageName().startsWith("org.springframework.jdbc")
                        && call.getTarget().getRawReturnType().isEquivalentTo(Stream.class)))
        .as("Rows are read as lists");
  }

  public static ArchRule noCycles(String root) {
    return SlicesRuleDefinition.slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }
}
